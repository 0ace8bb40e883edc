import { expect, test } from "vitest";
import { choicesView } from "#components/history/history-view";

const choices = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ value: `v${index}`, label: `Choice ${index}` }));
const few = choices(3);
const offered = { scorecards: few, themes: few, teams: few, indicators: few, people: few, verbs: few, editions: few };

test("indicators and people are chosen from a list, and typed where that would be long", () => {
  expect(choicesView({ ...offered, people: choices(25) }, few).people).toHaveLength(25);
  expect(choicesView({ ...offered, people: choices(26) }).people).toBeNull();
  expect(choicesView({ ...offered, people: choices(26) }, few).people).toHaveLength(3);
  expect(choicesView({ ...offered, people: choices(60) }, choices(26)).people).toBeNull();
  expect(choicesView({ ...offered, indicators: choices(40) }).indicators).toHaveLength(40);
  expect(choicesView({ ...offered, indicators: choices(41) }).indicators).toBeNull();
});
