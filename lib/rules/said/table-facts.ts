import type { Direction, Unit } from "#db/vocabulary";
import type { Bands } from "#lib/rules/bands";
import type { SeriesPoint } from "#lib/rules/control-chart";
import type { Month } from "#lib/rules/month";

/** What the table says of a cell, which a comment on it is read against. */
export type TableFacts = {
  month: Month;
  /** What the indicator measures, in its own words. */
  measure?: string;
  unit: Unit;
  direction: Direction;
  /** By which it is said how close a figure is, where that is better. */
  bands?: Bands | null;
  /** A figure is due every so many months. */
  every: number;
  /** The indicator's figures by the months in which they were due, oldest first, up to this one. */
  figures: readonly SeriesPoint[];
  /** The months from which what is usual is worked out anew. */
  rebasedFrom: readonly Month[];
  /** The month's milestone as typed, if it has one. */
  milestone?: string | null;
  /** What else the table has of it, as typed: its bands, its milestones, its benchmark. */
  others: readonly string[];
};
