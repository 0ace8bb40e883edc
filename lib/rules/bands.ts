import Big from "big.js";
import { type BandLevel, bandLevels, type Direction, type GradeLevel } from "#db/vocabulary";
import {
  type Band,
  contradictionWords,
  type Edge,
  edgeOf,
  edgeWords,
  ends,
  parseBand,
  reaches,
  type Threshold,
} from "#lib/rules/band";
import { plainFigure } from "#lib/rules/figure";

/** An indicator's three bands with the direction they are read in. */
export type Bands = { direction: Direction } & Record<BandLevel, Band>;

export type BandProblem = { level: BandLevel; message: string };

export type BandsReading = { ok: true; bands: Bands; remarks: string[] } | { ok: false; problems: BandProblem[] };

/** A row of the table `band`, as it is read and written. */
export type BandRow = Band & { level: BandLevel };

/**
 * Reads an indicator's three bands together. What contradicts the direction, or each other, is refused with the reason;
 * a gap or an overlap at the indicator's precision (decimals) is only remarked on.
 */
export function parseBands(
  typed: Record<BandLevel, string>,
  direction: Direction,
  { precision = 4, words = defaultWords }: { precision?: number; words?: Record<GradeLevel, string> } = {},
): BandsReading {
  const problems: BandProblem[] = [];
  const thresholds: Partial<Record<BandLevel, Threshold>> = {};
  const read: Partial<Record<BandLevel, Band>> = {};
  for (const level of bandLevels) {
    const threshold = parseBand(typed[level]);
    if (!threshold) {
      problems.push({ level, message: unreadable(typed[level]) });
      continue;
    }
    const edge = edgeOf(threshold, direction);
    if (!edge) {
      problems.push({ level, message: contradictionWords(typed[level], direction) });
      continue;
    }
    thresholds[level] = threshold;
    read[level] = { asTyped: typed[level].trim(), ...edge };
  }

  for (const [worse, better] of neighbours) {
    const [low, high] = [read[worse], read[better]];
    if (low && high && !isHarder(high, low, direction)) {
      problems.push({
        level: better,
        message: `${words[better]} (${high.asTyped}) must ask more than ${words[worse]} (${low.asTyped}): ${edgeWords(high, direction)} would never be better than ${edgeWords(low, direction)}.`,
      });
    }
  }

  const { adequate, good, outstanding } = read;
  if (problems.length > 0 || !adequate || !good || !outstanding) return { ok: false, problems };
  const bands: Bands = { direction, adequate, good, outstanding };
  const remarks = neighbours.flatMap(([worse, better]) => {
    const worseThreshold = thresholds[worse];
    return worseThreshold ? remarkOn(worse, better, worseThreshold, bands, precision, words) : [];
  });
  return { ok: true, bands, remarks };
}

/** Puts the three rows of a band set together again; null when one is missing. */
export function bandsFromRows(direction: Direction, rows: readonly BandRow[]): Bands | null {
  const of = (level: BandLevel): Band | null => {
    const row = rows.find((each) => each.level === level);
    return row ? { asTyped: row.asTyped, edge: row.edge, strict: row.strict } : null;
  };
  const [adequate, good, outstanding] = [of("adequate"), of("good"), of("outstanding")];
  return adequate && good && outstanding ? { direction, adequate, good, outstanding } : null;
}

/** The rows of the table `band` that keep these bands. */
export function bandRows(bands: Bands): BandRow[] {
  return bandLevels.map((level) => ({ level, ...bands[level] }));
}

const defaultWords: Record<GradeLevel, string> = {
  outstanding: "Outstanding",
  good: "Good",
  adequate: "Adequate",
  "below adequate": "below Adequate",
};

const neighbours = [
  ["adequate", "good"],
  ["good", "outstanding"],
] as const;

function unreadable(typed: string): string {
  const text = typed.trim();
  if (!text) return "The band is empty. Type a range such as 75-84, or below 20, above 5, 95+, 85.";
  return `“${text}” cannot be read as a band. Type a range such as 75-84, or below 20, above 5, 95+, 85.`;
}

function isHarder(better: Edge, worse: Edge, direction: Direction): boolean {
  const beyond = Big(better.edge).cmp(worse.edge) * (direction === "higher" ? 1 : -1);
  return beyond > 0 || (beyond === 0 && better.strict && !worse.strict);
}

/** Only a range says where it ends, so only after a range can there be a gap or an overlap. */
function remarkOn(
  worse: BandLevel,
  better: BandLevel,
  threshold: Threshold,
  bands: Bands,
  precision: number,
  words: Record<GradeLevel, string>,
): string[] {
  if (threshold.kind !== "range") return [];
  const [least, most] = ends(threshold);
  const far = bands.direction === "higher" ? most : least;
  const next = bands[better];
  const name = (level: BandLevel) => `${words[level]} (${bands[level].asTyped})`;
  if (reaches(far, next, bands.direction)) {
    return [`${name(worse)} and ${name(better)} overlap: ${overlap(far, next)} earns ${words[better]}.`];
  }
  const apart = Big(next.edge).minus(far).abs();
  const step = Big(10).pow(-precision);
  if (next.strict ? apart.lt(step) : apart.lte(step)) return [];
  return [
    `${name(worse)} and ${name(better)} leave a gap: a figure between ${[far, plainFigure(next.edge)].sort((a, b) => Big(a).cmp(b)).join(" and ")} earns ${words[worse]}.`,
  ];
}

function overlap(far: string, { edge, strict }: Edge): string {
  const shown = plainFigure(edge);
  if (Big(far).eq(edge)) return shown;
  const [least, most] = ends({ from: far, to: shown });
  return `a figure from ${least} to ${most}${strict ? `, but not ${shown}` : ""}`;
}
