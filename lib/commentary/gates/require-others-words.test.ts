import { expect, test } from "vitest";
import { whyOwnWords } from "#lib/commentary/gates/require-others-words";

const actor = { person: { id: "mine", name: "The head", email: "head@example.org" } };
const cell = { team: { id: "assessment", name: "Assessment" } };
const of = (authors: string[], submittedById: string) => ({
  authors: authors.map((id) => ({ id, name: id })),
  submittedById,
});

test("words are one's own who wrote them, and who submitted them as they stood, as the database holds", () => {
  expect(whyOwnWords(actor, of(["hers", "mine"], "hers"), cell)).toContain("nobody approves their own");
  expect(whyOwnWords(actor, of(["hers"], "mine"), cell)).toContain("nobody approves their own");
  expect(whyOwnWords(actor, of(["hers"], "hers"), cell)).toBeNull();
});
