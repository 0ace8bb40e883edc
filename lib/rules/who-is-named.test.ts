import { expect, test } from "vitest";
import { mostPeople, whoIsNamed } from "#lib/rules/who-is-named";

const choicesOf = (...names: string[]) => names.map((label, index) => ({ value: `p${index}`, label }));
const people = choicesOf("Ann Lee", "Ann Leeson", "Bo Ek", "Bo Ek", "Seán O’Brien");
const [ann, anns, bo, otherBo] = people;

test.each([
  ["a whole name, although it begins another", " ann  lee", { person: "p0" }],
  ["a part that one has alone", "LEESON", { person: "p1" }],
  ["without its accent, with another apostrophe", "sean o'brien", { person: "p4" }],
  ["with its accent in two characters", "Sea\u0301n", { person: "p4" }],
  ["nobody", "Nobody", { person: "nobody" }],
  ["a part that several have", "ann", { among: [ann, anns], problem: expect.stringContaining("Choose one") }],
  ["a name that two have", "Bo Ek", { among: [bo, otherBo], problem: expect.stringContaining("Choose one") }],
  ["a name that nobody has", "Cy", { among: [], problem: expect.stringContaining("Check how it is spelt") }],
])("%s", (_, typed, found) => {
  expect(whoIsNamed(typed, people)).toEqual(found);
});

test("a part that too many have to choose among them", () => {
  const many = choicesOf(...Array.from({ length: mostPeople + 1 }, (_, index) => `Person ${index}`));
  expect(whoIsNamed("person", many)).toMatchObject({ problem: expect.stringContaining("Give more") });
});
