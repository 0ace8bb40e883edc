import { claimed } from "#lib/rules/said/claimed/claim-words";
import { anyFigure, figuresOf, likeWords, neutral } from "#lib/rules/said/claimed/whose-words";
import type { TableFacts } from "#lib/rules/said/table-facts";

/** Of what some words speak: of the indicator's figure, of something else, or of nothing that has a name. */
export type Whose = "figure" | "other" | "nothing";

type Measured = Pick<TableFacts, "measure" | "unit">;

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[a-zà-ž][\wà-ž'’-]*/g) ?? [];
const claim = new RegExp(`^${claimed}$`, "i");
const telling = (word: string): boolean =>
  !claim.test(word) && !/['’]s?$|\wly$/.test(word) && !word.split("-").every((each) => neutral.has(each));
/** Words of one stem: "assessed" and "assessments". */
const isLike = (word: string, other: string): boolean => {
  const length = Math.min(5, word.length, other.length);
  return length > 2 ? word.slice(0, length) === other.slice(0, length) : word === other;
};

const spans =
  /(?<!\b(?:last|past|previous)\s+)\b(\d+)[\s-]+(?:working\s+|calendar\s+)?(day|week|month|year|hour)s?\b/gi;
/** Whether words tell the measure's own number of days or months, "within 45 days", or another; null where they tell none. */
export function tellsSpan(words: string, { measure = "" }: Measured): boolean | null {
  const spansIn = (text: string) =>
    [...text.matchAll(spans)].map(([, many, unit]) => ({ many, unit: unit?.toLowerCase() }));
  const measured = spansIn(measure);
  const told = spansIn(words).filter(({ unit }) => measured.some((each) => each.unit === unit));
  return told.length === 0
    ? null
    : told.some(({ many, unit }) => measured.some((each) => each.many === many && each.unit === unit));
}

/** Of what a subject or an object speaks: one word that is neither the figure's nor its measure's makes it another's. */
export function whoseIs(words: string, { measure = "Caseloads, referrals", unit }: Measured, isNear = false): Whose {
  const figure = [...anyFigure, ...(figuresOf[unit] ?? [])];
  const measured = wordsOf(measure).filter((word) => telling(word) && !anyFigure.includes(word));
  const alike = [...measured, ...wordsOf(measure).flatMap((word) => likeWords[word] ?? [])];
  const said = wordsOf(words).filter(telling);
  // "Agency staff" are agency social workers; "staff" alone are anybody.
  const isStaffed = said.some((word) => measured.some((other) => isLike(word, other)));
  const rest = said.filter((word) => !figure.includes(word) && !(word === "staff" && isStaffed));
  if (said.length === 0) return "nothing";
  if (!rest.every((word) => alike.some((other) => isLike(word, other)))) return "other";
  // One word of a long measure is not yet what is measured: "assessments" of those that start in time.
  return rest.length < said.length || rest.length > 1 || isNear || measured.length < 4 ? "figure" : "other";
}

const stops =
  "from|since|on|by|to|than|compared|again|for|over|at|with|and|but|due|because|when|after|during|between|against|is|was|were|are|has|have|had|will|which|that|as|through|following|before|so|until|towards|thanks|owing|despite|while|although|though|where|who|alongside|given|reflecting|once|within|reflects?|reflected|shows?|means?|follows?|comes?|came|can";
const thing = new RegExp(`^[^.,;:()–]*?(?=\\s+(?:${stops})\\b|[.,;:()–]|$)`, "i");
const ofThing =
  /^\s+(?:in|of|for|among|across|to \d[\d.,]*|to(?=\s+(?:the|our|this|these|how|its)\b)|by \d[\d.,]*|of \d[\d.,]*)\s+/i;

/** Whether what follows a claim or a number leaves it the figure's: "improved", "an improvement in timeliness", not "improved recording". */
export function leavesFigure(after: string, facts: Measured, isNear = false): boolean {
  const of = ofThing.exec(after)?.[0] ?? "";
  return whoseIs(thing.exec(after.slice(of.length))?.[0] ?? "", facts, isNear) !== "other";
}
