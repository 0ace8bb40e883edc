import { claimed, claimedMore, noClaims, verbs } from "#lib/rules/said/claimed/claim-words";
import { tellsSpan, type Whose, whoseIs } from "#lib/rules/said/claimed/whose";
import type { TableFacts } from "#lib/rules/said/table-facts";

/** A part of a sentence that says one thing, where it stands, and whether it speaks of the indicator's figure. */
export type Clause = { text: string; at: number; isOfFigure: boolean };
/** A sentence as it is read: its words and its clauses, against what the table says. */
export type Sentence = {
  words: string;
  clauses: readonly Clause[];
  /** Those of its clauses that claim nothing: they may say when a claim is of. */
  unclaimed: readonly string[];
  facts: TableFacts;
};

const besides =
  "because|as|before(?=\\s+\\w+ing\\b)|when|where|after|following|despite|with|due to|owing to|since|while|whilst|whereas|although|though|which|who|that";
const month = "(?:January|February|March|April|May|June|July|August|September|October|November|December)";
/** No end of a clause: "the same as", "compared with", "between 80 and 85", "since November". */
const within = `(?<!\\b(?:same|such|well|high|low|much|good|far|soon|compared|line|along|consistent|between\\s+\\S+)\\s+)`;
const ahead = `(?!as\\s+(?:a|expected|planned|hoped|predicted|forecast|at|in|of)\\b)(?!(?:and|with)\\s+(?:£?\\d|${month}))(?!since\\s+(?:${month}|last|then)|with\\s+(?:last|the\\s+(?:same|previous)))`;
const divider = new RegExp(
  `\\s*[,;:()](?=\\s|$)\\s*|\\s*[()–—]\\s*|\\s+-\\s+|\\s+${within}(?=(?:and|but|${besides})\\b)${ahead}`,
  "gi",
);
const subordinate = new RegExp(`^(?:${besides})\\b`, "i");
const claim = new RegExp(claimed, "i");
/** Where a sentence has said of what it speaks: at a verb, or what it claims. */
const verb = new RegExp(`\\b(?:${verbs.join("|")})\\b|${claimed}|${claimedMore}`, "i");

const noClaim = new RegExp(noClaims.map((each) => `\\b${each}`).join("|"), "gi");

export function readSentence(words: string, facts: TableFacts): Sentence {
  const clauses = clausesOf(
    words.replace(noClaim, (passage) => "·".repeat(passage.length)),
    facts,
  );
  return { words, clauses, unclaimed: clauses.flatMap(({ text }) => (claim.test(text) ? [] : text)), facts };
}

/** The parts of a sentence, and whether each speaks of the figure; one without a subject has that of the one before. */
function clausesOf(text: string, facts: TableFacts): Clause[] {
  let before: Whose = "figure";
  return partsOf(text, divider).map((part, index) => {
    const hasVerb = verb.exec(part.text);
    const ends = (hasVerb ?? /\d/.exec(part.text))?.index ?? part.text.length;
    const isSpan = tellsSpan(part.text, facts);
    const whose = whoseIs(part.text.slice(0, ends), facts, isSpan === true);
    const subject = whose === "nothing" || (index > 0 && !hasVerb) ? before : whose;
    if (!subordinate.test(part.text)) before = subject;
    return { ...part, isOfFigure: subject === "figure" && isSpan !== false };
  });
}

/** A text's parts between what divides it, with where each begins. */
export function partsOf(text: string, by: RegExp): { text: string; at: number }[] {
  let at = 0;
  const parts: { text: string; at: number }[] = [];
  for (const found of [...text.matchAll(by), null]) {
    const ends = found?.index ?? text.length;
    if (text.slice(at, ends).trim()) parts.push({ text: text.slice(at, ends), at });
    at = ends + (found?.[0].length ?? 0);
  }
  return parts;
}
