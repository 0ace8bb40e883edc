import { expect, test } from "vitest";
import { dictionaryView } from "#components/definitions/dictionary-view";

test("an indicator stands under its place by its measure, and by its other terms", () => {
  const terms = [
    { term: "Measure", value: "% repeat referrals" },
    { term: "Theme and section", value: "Quality of Practice, 1" },
    { term: "Team", value: "Assessment" },
  ];
  const entry = { ref: "1.1", theme: "Quality of Practice", section: "1 Referrals", terms };
  expect(dictionaryView([entry])).toEqual([
    {
      place: "Quality of Practice, 1 Referrals",
      ref: "1.1",
      measure: "% repeat referrals",
      terms: [["Team", "Assessment"]],
    },
  ]);
});
