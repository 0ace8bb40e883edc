import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "#db/client";
import { indicator } from "#db/schema/indicators";
import { lapse } from "#db/schema/lapses";
import type { PersonActor } from "#lib/access/actor";
import { longestPeriod } from "#lib/rules/due";
import { type Grade, gradeWord } from "#lib/rules/labels";
import { addMonths, isClosed, type Month, type MonthState, monthName } from "#lib/rules/month";
import { countWords } from "#lib/rules/whole-number";
import { assembleSheet } from "#lib/scorecards/assemble-sheet";
import { scorecardOf } from "#lib/scorecards/get-scorecard";
import { getScorecardRows } from "#lib/scorecards/scorecard-rows";
import type { Sheet } from "#lib/scorecards/sheet";
import { wholeRange } from "#lib/scorecards/sheet-range";
import { getSheetRows } from "#lib/scorecards/sheet-rows";
import { whatChanged } from "#lib/scorecards/what-changed";
import { whyRequired } from "#lib/scorecards/why-required";

/** A scorecard as its grades stand at a moment of a transaction. */
export type Graded = { sheet: Sheet | null; lapses: ReadonlySet<string> };

/** So many figures that earned one grade earn another, in which months. */
export type GradeShift = { was: string; becomes: string; figures: number; first: Month; last: Month };

export type LabelSetEffect = {
  shifts: GradeShift[];
  /** What else follows, in sentences. */
  follows: string[];
  /** The months that are over and would be seen otherwise. */
  closed: { month: Month; state: MonthState }[];
};

/** Reads all of it by the queries and rules of its pages. */
export async function readGraded(tx: Database, actor: PersonActor, slug: string): Promise<Graded> {
  const scorecard = scorecardOf((await getScorecardRows(actor, slug, tx))!);
  const range = wholeRange(scorecard);
  const rows =
    range &&
    (await getSheetRows(actor, scorecard.id, { ...range, before: addMonths(range.from, -longestPeriod) }, {}, tx));
  const lapsed = await tx
    .select({ decision: lapse.decisionId })
    .from(lapse)
    .innerJoin(indicator, eq(indicator.id, lapse.indicatorId))
    .where(and(eq(indicator.scorecardId, scorecard.id), isNull(lapse.endedAt)));
  return {
    sheet: range && rows ? assembleSheet(scorecard, range, rows) : null,
    lapses: new Set(lapsed.map(({ decision }) => decision)),
  };
}

/** What differs between two readings. */
export function labelSetEffect(before: Graded, after: Graded): LabelSetEffect {
  const graded = gradesIn(after.sheet);
  const shifted = gradesIn(before.sheet).flatMap((was, index) => {
    const becomes = graded[index]!;
    return was.word === becomes.word ? [] : [{ ...was, becomes: becomes.word }];
  });
  const kinds = Map.groupBy(shifted.toSorted(byGrade), ({ word, becomes }) => `${word} → ${becomes}`);
  const months = new Set(shifted.map(({ month }) => month));
  const states = after.sheet?.scorecard.months ?? [];
  return {
    shifts: [...kinds.values()].map((those) => {
      const [first, last] = [those[0]!, those.at(-1)!];
      return { was: first.word, becomes: first.becomes, figures: those.length, first: first.month, last: last.month };
    }),
    follows: [
      ...counted(countNew(before.lapses, after.lapses), "approval lapses", "approvals lapse"),
      ...counted(countNew(after.lapses, before.lapses), "approval holds again", "approvals hold again"),
      ...counted(
        countNew(requiredIn(before.sheet), requiredIn(after.sheet)),
        "comment is required that was not",
        "comments are required that were not",
      ),
      ...counted(
        countNew(requiredIn(after.sheet), requiredIn(before.sheet)),
        "comment is no longer required",
        "comments are no longer required",
      ),
    ],
    closed: states.filter(({ month, state }) => months.has(month) && isClosed(state)),
  };
}

/** Every line of it, by which what is recorded is held to what was previewed. */
export const everyLineOf = ({ shifts, follows }: LabelSetEffect): string[] => [...shifts.map(shiftWords), ...follows];

/** "Good becomes Green: 12 figures, September 2013 to January 2014" */
export const shiftWords = ({ was, becomes, figures, first, last }: GradeShift): string =>
  `${was} becomes ${becomes}: ${countWords(figures)} ${figures === 1 ? "figure" : "figures"}, ${monthName(first)}${first === last ? "" : ` to ${monthName(last)}`}`;

const counted = (count: number, one: string, many: string) =>
  count === 0 ? [] : [`${countWords(count)} ${count === 1 ? one : many}`];

const countNew = (before: ReadonlySet<string>, after: ReadonlySet<string>) =>
  [...after].filter((one) => !before.has(one)).length;

// The best first; a stable order, so that months stay as they come.
const byGrade = (one: { grade: Grade | null }, other: { grade: Grade | null }) =>
  (one.grade ?? Infinity) - (other.grade ?? Infinity) || 0;

/** The word that each figure earns, in the order of months and indicators. */
const gradesIn = (sheet: Sheet | null) =>
  (sheet?.figureMonths ?? []).flatMap((month) =>
    sheet!.indicators.flatMap(({ cells }) => {
      const cell = cells.get(month);
      return cell?.actual?.value == null
        ? []
        : [{ month, grade: cell.grade, word: gradeWord(cell.labels, cell.grade) }];
    }),
  );

const requiredIn = (sheet: Sheet | null): ReadonlySet<string> =>
  new Set(
    (sheet?.figureMonths ?? []).flatMap((month) =>
      whatChanged(sheet!, month).flatMap((change) =>
        whyRequired(change).length > 0 ? [`${change.indicator.id} ${month}`] : [],
      ),
    ),
  );
