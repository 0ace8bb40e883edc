import { randomUUID } from "node:crypto";
import { monthOptions, monthsAround } from "#components/structure/month-options";
import { StructureForm } from "#components/structure/structure-form";
import type { Month } from "#lib/rules/month";
import type { KeptScorecard } from "#lib/structure/list-kept-scorecards";

/** A scorecard as a copy of another: of which, as it is when, and what the copy is called. */
export function CopyScorecardForm({ scorecards, today }: { scorecards: readonly KeptScorecard[]; today: Month }) {
  const months = monthOptions(monthsAround(today));
  return (
    <StructureForm
      act="copy scorecard"
      label="Copy a scorecard"
      fields={[
        {
          kind: "select",
          name: "of",
          label: "Which scorecard",
          options: scorecards.map(({ id, name }) => ({ value: id, label: name })),
        },
        { kind: "select", name: "as", label: "As it is in", options: months, value: today },
        { kind: "text", name: "name", label: "Name of the copy", most: 200, required: true },
        {
          kind: "text",
          name: "address",
          label: "Ref in addresses",
          hint: "Made from the name if you leave it. It never changes.",
          most: 80,
        },
        { kind: "text", name: "sentence", label: "What it is for, in a sentence", most: 500 },
        { kind: "select", name: "from", label: "First month of the copy", options: months, value: today },
      ]}
      buttons={[{ label: "Copy the scorecard" }]}
      request={randomUUID()}
    />
  );
}
