import { createHash, randomUUID } from "node:crypto";
import type { PersonActor } from "#lib/access/actor";
import { whyAsked } from "#lib/actuals/require-reason";
import type { PasteActuals } from "#lib/returns/inputs";
import type { JudgedCell } from "#lib/returns/paste/judge-cells";
import type { PlacedBlock } from "#lib/returns/paste/place-cells";
import { seenKey } from "#lib/returns/paste/seen-key";
import { type ActualContent, actualWords } from "#lib/rules/actual";
import { type AskedTogether, askedTogether } from "#lib/rules/asks-why";
import { quoteTyped } from "#lib/rules/figure";
import { type Month, monthName } from "#lib/rules/month";
import { offerWords } from "#lib/rules/typed-figure";

/** A cell of a block as a person looks at it before anything is written. */
export type ReviewedCell = {
  /** Its name in the form: "out.3", "answer.3". */
  key: string;
  name: string;
  month: string | null;
  as: JudgedCell["judged"]["as"];
  /** What stands there now, null where nobody knows which figure it is; and what would. */
  was: string | null;
  becomes: string;
  note: string | null;
  message: string | null;
  offers: { value: string; words: string }[];
  answer: string;
  isLeftOut: boolean;
};

/** A block as it was read, with what would become of each of its cells. */
export type PasteReview = {
  month: Month;
  /** Which block this is and how it is read: what is typed of it is kept under this, and put back into no other's review. */
  about: string;
  block: string;
  start: string;
  isTurned: boolean;
  mayTurn: boolean;
  isHeaded: boolean;
  mayBeHeaded: boolean;
  /** Its figures stand under a heading, which is quoted, that does not say whether they are the month's: "January 2014’s". */
  under: { heading: string; whose: string } | null;
  isOurs: boolean;
  said: string[];
  cells: ReviewedCell[];
  /** The versions looked at, by figure, for the form to say. */
  seen: string;
  leavesRefused: boolean;
  reason: string;
  because: string;
  /** What is said of the figures that must not change without one. */
  asks: AskedTogether[];
  request: string;
};

/** The review in words. */
export function pasteReview(
  actor: PersonActor,
  { said, mayTurn, mayBeHeaded, under }: PlacedBlock,
  cells: readonly JudgedCell[],
  given: PasteActuals,
): PasteReview {
  const { month, block, start, isTurned, isHeaded, isOurs, leavesRefused, because, reason, leftOut } = given;
  return {
    month,
    about: aboutOf(given),
    block,
    start,
    isTurned,
    mayTurn: mayTurn || isTurned,
    isHeaded,
    mayBeHeaded: mayBeHeaded || isHeaded,
    under: under === null ? null : { heading: quoteTyped(under), whose: whoseOf(cells) },
    isOurs,
    said,
    cells: cells.map((cell) => reviewedCell(cell, leftOut)),
    seen: JSON.stringify(Object.fromEntries(cells.flatMap((cell) => versionOf(cell)))),
    leavesRefused,
    because,
    reason,
    asks: askedTogether(cells.flatMap((cell) => asked(actor, cell))),
    request: randomUUID(),
  };
}

/** A box turns line ends of any kind into one. */
const aboutOf = ({ month, start, block, isTurned, isHeaded }: PasteActuals): string =>
  createHash("sha256")
    .update(JSON.stringify([month, start, block.replace(/\r\n?/g, "\n").trimEnd(), isTurned, isHeaded]))
    .digest("hex")
    .slice(0, 16);

function whoseOf(cells: readonly JudgedCell[]): string {
  const [month, ...others] = new Set(cells.flatMap((cell) => cell.month ?? []));
  return month && others.length === 0 ? `${monthName(month)}’s` : "those months’";
}

function asked(actor: PersonActor, { name, month, judged }: JudgedCell): { name: string; why: string }[] {
  const why = judged.as === "changed" ? whyAsked(actor, judged.cell, judged.content) : null;
  return why === null ? [] : [{ name: month ? `${name} for ${monthName(month)}` : name, why }];
}

const versionOf = ({ judged }: JudgedCell): [string, number][] =>
  judged.cell && judged.as !== "refused" ? [[seenKey(judged.cell), judged.cell.present?.version ?? 0]] : [];

function reviewedCell(
  { key, name, month, text, judged, question }: JudgedCell,
  leftOut: ReadonlySet<string>,
): ReviewedCell {
  const present = judged.cell?.present ?? null;
  const content = "content" in judged ? judged.content : null;
  return {
    key,
    name,
    month: month && monthName(month),
    as: judged.as,
    was: judged.cell && contentWords(present),
    becomes: content ? contentWords(content) : quoteTyped(text.trim()),
    note: content && content.note !== (present?.note ?? null) ? content.note : null,
    message: judged.as === "refused" ? judged.message : (question?.message ?? null),
    offers: (question?.offers ?? []).map((value) => ({ value, words: offerWords(value) })),
    answer: question?.answer ?? "",
    isLeftOut: leftOut.has(key),
  };
}

/** "68 (17 of 25), provisional" */
function contentWords(content: ActualContent | null): string {
  const flags = (["provisional", "estimated"] as const).filter((flag) => content?.[flag]);
  return [actualWords(content), ...flags].join(", ");
}
