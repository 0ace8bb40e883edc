import type { Direction, Month, Unit } from "#db/vocabulary";
import type { TypedBand } from "#lib/rules/bands";
import type { LabelSet } from "#lib/rules/labels";

/** Where something stands in the file: row and column counted from 1, null where the file has no such place. */
export type Place = { row: number | null; column: number | null };

/** What stops a file from being imported, in words for the person; `doubt` names the answer at fault, if it is one. */
export type Problem = Place & { asItCame: string; message: string; doubt?: string };

/** What was noticed and needs no answer. */
export type Notice = Place & { words: string };

/** Where a reading puts what it finds on its way. */
export type Found = { problems: Problem[]; notices: Notice[] };

export const doubtKinds = [
  "name",
  "levels",
  "columns",
  "title",
  "theme",
  "team",
  "action plan",
  "unit",
  "direction",
  "precision",
  "benchmark",
  "comment",
  "month",
] as const;
export type DoubtKind = (typeof doubtKinds)[number];

/** Something the source does not say, or does not say whole: the text as it came beside the reading proposed. */
export type Doubt = Place & {
  /** Stable for one file: the same file gives the same keys. */
  key: string;
  kind: DoubtKind;
  /** What it is about, short: "Direction of 2.3". */
  label: string;
  asItCame: string;
  proposed: string;
  /** Why it is doubtful and how the proposal was reached. */
  about: string;
  /** The only answers allowed, where they are few. */
  choices?: readonly string[];
};

/** Answers by the doubt's key. */
export type Answers = Readonly<Record<string, string>>;

export type FigureRead = Place & { month: Month; value: string };
export type MilestoneRead = Place & { month: Month; asTyped: string };

/** A band with the column it stands in. */
export type BandRead = TypedBand & { column: number };

export type IndicatorRead = Place & {
  ref: string;
  section: string;
  measure: string;
  unit: Unit;
  direction: Direction;
  precision: number;
  /** A figure is due every so many months; every month where the source does not say. */
  every?: number;
  actionPlanRefs: string[];
  /** A decimal string, or null where the source has none. */
  benchmark: string | null;
  /** Best first. */
  bands: BandRead[];
  actuals: FigureRead[];
  milestones: MilestoneRead[];
};

export type SectionRead = { number: string; title: string | null; theme: string; team: string };
export type CommentRead = Place & { ref: string; month: Month; words: string };
export type MonthRead = { month: Month; state: "open" | "closed" };

/** What a file says once its doubts are answered: everything a commit writes. */
export type Reading = {
  name: string;
  labelSet: LabelSet;
  /** Null where no indicator has one. */
  benchmark: { name: string; year: string | null; source: string } | null;
  months: MonthRead[];
  sections: SectionRead[];
  indicators: IndicatorRead[];
  comments: CommentRead[];
};

/** The reading is null if and only if there are problems; those that name a doubt are mended by its answer, the others in the file. */
export type ReadResult = {
  reading: Reading | null;
  indicators: IndicatorRead[];
  doubts: Doubt[];
  notices: Notice[];
  problems: Problem[];
};
