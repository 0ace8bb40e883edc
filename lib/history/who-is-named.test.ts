import { expect, test } from "vitest";
import { whoIsNamed } from "#lib/history/who-is-named";

const people = ["Ann Lee", "Ann Leeson", "Bo Ek", "Bo Ek"].map((label, index) => ({ value: `p${index}`, label }));
const [ann, anns, bo, otherBo] = people;

test.each([
  ["a whole name, although it begins another", " ann lee", { person: "p0" }],
  ["a part that one has alone", "LEESON", { person: "p1" }],
  ["a part that several have", "ann", { among: [ann, anns], problem: expect.stringContaining("Several") }],
  ["a name that two have", "Bo Ek", { among: [bo, otherBo], problem: expect.stringContaining("Several") }],
  ["a name that nobody has", "Cy", { among: [], problem: expect.stringContaining("Nobody") }],
])("%s", (_, typed, found) => {
  expect(whoIsNamed(typed, people)).toEqual(found);
});
