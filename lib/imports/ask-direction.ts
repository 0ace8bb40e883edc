import { type BandLevel, bandLevels, type Direction, directions } from "#db/vocabulary";
import type { Ask } from "#lib/imports/ask";
import { proposeDirection } from "#lib/imports/propose-shape";
import type { Found } from "#lib/imports/reading";
import type { IndicatorLine } from "#lib/imports/sort-rows";
import { parseBand } from "#lib/rules/band";
import { parseBands } from "#lib/rules/bands";

/** The direction, and the problems of bands that cannot be read or that contradict it or each other. */
export function askDirection(
  { ref, row, page }: IndicatorLine,
  bands: Record<BandLevel, string>,
  precision: number,
  ask: Ask,
  found: Found,
): Direction {
  const proposal = proposeDirection(bands);
  const cell = (level: BandLevel) => ({ row: row.row, column: page.columns.bands[level], asItCame: bands[level] });
  const message = (level: BandLevel, words: string) => `${ref}, ${level}: ${words}`;
  if (proposal === null) {
    const guess = likelyDirection(bands);
    const read = parseBands(bands, guess);
    for (const problem of read.ok ? [] : read.problems) {
      found.problems.push({ ...cell(problem.level), message: message(problem.level, problem.message) });
    }
    return guess;
  }
  const key = `${ref} direction`;
  const direction = ask({
    key,
    kind: "direction",
    label: `Direction of ${ref}`,
    row: row.row,
    column: page.columns.bands.adequate,
    asItCame: bandLevels.map((level) => bands[level]).join(", "),
    choices: directions,
    ...proposal,
  }) as Direction;
  const read = parseBands(bands, direction, { precision });
  if (!read.ok) {
    for (const problem of read.problems) {
      found.problems.push({ ...cell(problem.level), message: message(problem.level, problem.message), doubt: key });
    }
    return proposal.proposed;
  }
  for (const remark of read.remarks) {
    found.notices.push({ row: row.row, column: page.columns.bands.adequate, words: `${ref}: ${remark}` });
  }
  return direction;
}

/** For bands that will not do either way: the direction most of them are written in, so that the problems name the odd one. */
function likelyDirection(bands: Record<BandLevel, string>): Direction {
  const best = parseBand(bands.outstanding);
  if (best?.kind === "below") return "lower";
  if (best !== null && best.kind !== "range") return "higher";
  const fewest = (direction: Direction) => {
    const read = parseBands(bands, direction);
    return read.ok ? 0 : read.problems.length;
  };
  return fewest("lower") < fewest("higher") ? "lower" : "higher";
}
