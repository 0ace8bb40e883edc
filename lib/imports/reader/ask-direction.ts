import { type Direction, directions } from "#db/vocabulary";
import type { Ask } from "#lib/imports/reader/ask";
import { proposeDirection } from "#lib/imports/reader/propose-shape";
import type { BandRead, Found } from "#lib/imports/reader/reading";
import type { IndicatorLine } from "#lib/imports/reader/sort-rows";
import { parseBand } from "#lib/rules/band";
import { type BandProblem, parseBands } from "#lib/rules/bands";

/** The direction, and the problems of bands that cannot be read or that contradict it or each other. */
export function askDirection(
  { ref, row }: IndicatorLine,
  bands: readonly BandRead[],
  milestones: readonly string[],
  precision: number,
  ask: Ask,
  found: Found,
): Direction {
  const proposal = proposeDirection(bands, milestones);
  const problemAt = ({ rank, message }: BandProblem) => {
    const { word = "", column = null, asTyped = "" } = bands[rank - 1] ?? {};
    return { row: row.row, column, asItCame: asTyped, message: `${ref}, ${word.toLowerCase()}: ${message}` };
  };
  const worstFirst = bands.toReversed();
  const column = worstFirst[0]?.column ?? null;
  if (proposal === null) {
    const guess = likelyDirection(bands);
    const read = parseBands(bands, guess);
    if (!read.ok) found.problems.push(...read.problems.map(problemAt));
    return guess;
  }
  const key = `${ref} direction`;
  const direction = ask({
    key,
    kind: "direction",
    label: `Direction of ${ref}`,
    row: row.row,
    column,
    asItCame: worstFirst.map(({ asTyped }) => asTyped).join(", "),
    choices: directions,
    ...proposal,
  }) as Direction;
  const read = parseBands(bands, direction, precision);
  if (!read.ok) {
    found.problems.push(...read.problems.map((problem) => ({ ...problemAt(problem), doubt: key })));
    return proposal.proposed;
  }
  for (const remark of read.remarks) {
    found.notices.push({ row: row.row, column, words: `${ref}: ${remark}` });
  }
  return direction;
}

/** For bands that will not do either way: the direction most of them are written in, so that the problems name the odd one. */
function likelyDirection(bands: readonly BandRead[]): Direction {
  const best = parseBand(bands[0]?.asTyped ?? "");
  if (best?.kind === "below") return "lower";
  if (best !== null && best.kind !== "range") return "higher";
  const fewest = (direction: Direction) => {
    const read = parseBands(bands, direction);
    return read.ok ? 0 : read.problems.length;
  };
  return fewest("lower") < fewest("higher") ? "lower" : "higher";
}
