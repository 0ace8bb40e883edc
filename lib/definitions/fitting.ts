import type { Direction } from "#db/vocabulary";
import type { IndicatorRead } from "#lib/definitions/read-indicator";
import { atMonth } from "#lib/rules/at-month";
import { isSameEdge } from "#lib/rules/band";
import { parseBands } from "#lib/rules/bands";
import { gradeWord } from "#lib/rules/labels";
import { parseMilestone } from "#lib/rules/milestone";
import { type Month, monthName } from "#lib/rules/month";
import { directionWords } from "#lib/rules/which-is-better";
import { labelsAt } from "#lib/scorecards/labels-at";

/**
 * Where bands or a milestone, as they were typed, say something else in the direction that holds with them than the edges
 * by which figures are judged: each in words. There are none, unless one is changed without the other.
 */
export const misfits = (read: IndicatorRead): string[] => [...ofBands(read), ...ofMilestones(read)];

function ofBands({ ref, own, scorecard }: IndicatorRead): string[] {
  return own.definitions.flatMap(({ direction, firstMonth, lastMonth }) =>
    [...Map.groupBy(own.bands, (band) => band.firstMonth)].flatMap(([from, rows]) => {
      const month = from > firstMonth ? from : firstMonth;
      const last = rows[0]!.lastMonth < lastMonth ? rows[0]!.lastMonth : lastMonth;
      if (month > last) return [];
      const bands = rows.toSorted((a, b) => a.rank - b.rank);
      const labels = labelsAt(scorecard, month);
      const typed = bands.map(({ rank, asTyped }) => ({ word: gradeWord(labels, rank), asTyped }));
      const parsed = parseBands(typed, direction);
      const isRead = parsed.ok && parsed.bands.bestFirst.every((band, index) => isSameEdge(band, bands[index]!));
      if (isRead) return [];
      const why = parsed.ok ? "they say something else in that direction." : (parsed.problems[0]?.message ?? "");
      return [misfit(`The bands of ${ref} that hold in ${monthName(month)}`, direction, why)];
    }),
  );
}

function ofMilestones({ ref, own }: IndicatorRead): string[] {
  return [...own.milestones.values()].flatMap(({ month, asTyped, ...kept }) => {
    const direction = atMonth(own.definitions, month)?.direction;
    const parsed = direction && parseMilestone(asTyped, direction);
    if (!parsed) return [];
    if (parsed.ok && isSameEdge(parsed.milestone, kept)) return [];
    return [
      milestoneMisfit(ref, month, direction, parsed.ok ? "it says something else in that direction." : parsed.message),
    ];
  });
}

const milestoneMisfit = (ref: string, month: Month, direction: Direction, why: string) =>
  misfit(`The milestone of ${ref} for ${monthName(month)}`, direction, why);

const misfit = (what: string, direction: Direction, why: string) =>
  `${what} would be read where ${directionWords(direction)}: ${why} Change both together, or withdraw what does not fit first.`;
