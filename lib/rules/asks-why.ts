import Big from "big.js";
import { type ActualContent, actualWords } from "#lib/rules/actual";
import { type GivenReason, readReason, tellsWhy } from "#lib/rules/change-reason";

/** What relies on a figure as it stands: an import that it came from, a comment that explains it. */
export type Relied = { isImported: boolean; isSubmitted: boolean; approvedOn: string | null };

type Figure = Pick<ActualContent, "value" | "missing">;
type Said = Pick<ActualContent, "value" | "missing" | "numerator" | "denominator">;

/** What is said before a figure is changed that must not be changed without a reason; null where it may. */
export function asksWhy({ isImported, isSubmitted, approvedOn }: Relied): string | null {
  const words = [
    isImported && "It was imported.",
    isSubmitted && "A comment that was submitted explains it.",
    approvedOn !== null && `This makes the approval of ${approvedOn} lapse.`,
  ];
  return words.filter(Boolean).join(" ") || null;
}

/** What is said before several figures change, those of which the same is said together. */
export type AskedTogether = { names: string[]; why: string };

export const askedTogether = (asked: readonly { name: string; why: string }[]): AskedTogether[] =>
  [...Map.groupBy(asked, ({ why }) => why)].map(([why, of]) => ({ why, names: of.map(({ name }) => name) }));

/** Whether an actual says another figure than it did, or another reason why there is none; notes and flags are none. */
export function isOtherFigure(before: Figure | null, after: Figure | null): boolean {
  if ((before?.missing ?? null) !== (after?.missing ?? null)) return true;
  const [was, is] = [before?.value ?? null, after?.value ?? null];
  return was === null || is === null ? was !== is : !Big(was).eq(is);
}

/** What relies on a figure after it changed: a submitted comment goes on waiting, import and approval were of the other. */
export const reliedAfter = (relied: Relied, before: Figure | null, after: Figure | null): Relied =>
  isOtherFigure(before, after) ? { ...relied, isImported: false, approvedOn: null } : relied;

/** Whether a change asks for a reason: that of a figure that was given, where something relies on it. */
export const isReasonAsked = (before: Figure | null, after: Figure | null, asks: string | null): boolean =>
  asks !== null && (before?.value != null || before?.missing != null) && isOtherFigure(before, after);

/** What is wrong with the reason for a change, in words; null where it is right, or none is asked. */
export function wrongReason(
  before: Said | null,
  after: Said | null,
  { asks, given }: { asks: string | null; given: GivenReason },
): string | null {
  const reading = readReason(given);
  if (!reading.ok) return reading.message;
  if (tellsWhy(given) || !isReasonAsked(before, after, asks)) return null;
  const isCleared = after?.value == null && after?.missing == null;
  const what = isCleared ? "is taken back" : `becomes ${actualWords(after)}`;
  return `Say why ${actualWords(before)} ${what}. ${asks}`;
}
