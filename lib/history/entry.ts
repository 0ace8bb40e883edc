import type { actionKinds, EntryOperation } from "#db/vocabulary";
import type { Image } from "#lib/history/image";
import type { ApprovedFigure } from "#lib/rules/commentary-status";
import type { Labels, Level } from "#lib/rules/labels";
import type { Month } from "#lib/rules/month";

/** One row of the trail with the action it belongs to, as far as its sentence needs it; names are those of then. */
export type TrailEntry = {
  position: number;
  /** To the microsecond, UTC: "2014-01-14T09:32:11.123456Z". */
  at: string;
  verb: string;
  operation: EntryOperation;
  table: string | null;
  key: string | null;
  actionId: string;
  kind: (typeof actionKinds)[number];
  sessionId: string | null;
  person: { id: string; name: string } | null;
  onBehalfOf: string | null;
  code: string | null;
  reason: string | null;
  importFile: string | null;
  scorecardSlug: string | null;
  indicatorId: string | null;
  ref: string | null;
  month: Month | null;
  teamId: string | null;
  before: Image | null;
  after: Image | null;
};

/** The same with all that is known of it. */
export type WholeEntry = TrailEntry & {
  /** The roles the person held at that moment: "head of service (Assessment, Participation)". */
  roles: string | null;
  team: string | null;
  databaseRole: string;
  requestId: string | null;
  importId: string | null;
  address: string | null;
  agent: string | null;
  /** The images' JSON exactly as the trail holds it. */
  beforeText: string | null;
  afterText: string | null;
};

/** What a figure is shown with: the level it earns by the bands of its month, and the decimals kept. */
export type Grading = { precision: number; levelOf: (figure: string) => Level | null; labels: Labels | null };

/** What the sentence of one entry needs beyond it, as things were then: names by id, how its figures were graded, words by digest. */
export type SentenceFacts = {
  nameOf: (id: string | null) => string | null;
  grading: Grading | null;
  /** Of an approval that lapsed: of which revision, on which day, for what; and the levels that its cell came to have. */
  approval?: (ApprovedFigure & { revision: number; on: string; labels: Labels }) | null;
  wordsOf: (digest: string | null) => string | null;
};

/** An actual as it stood before or after: a figure with its grade, or words for none ("nothing", "not available"). */
export type ShownValue =
  | { figure: string; grade: Level | null; provisional?: boolean; estimated?: boolean }
  | { words: string };

/** A piece of a sentence: plain, what was done, or what links to the person, the indicator, its month or the comment it names. */
export type Part = { text: string; as?: "done" | "person" | "indicator" | "month" | "comment" };

export type Sentence = {
  parts: Part[];
  change: { before: ShownValue; after: ShownValue } | null;
  /** A second line: why, for which figure. */
  detail: string | null;
};

/** One column that differs between before and after, in words. */
export type Difference = { column: string; before: string; after: string };

/**
 * What one action wrote of what a filter finds, as one line: its most telling entry and the sentence for all. `position` and
 * `oldest` are of the newest and the oldest, `total` goes up to `countedTo` and one more.
 */
export type EntryGroup = {
  position: number;
  oldest: number;
  total: number;
  entry: TrailEntry;
  headline: Sentence;
};

/** One entry with all that stands behind its line. */
export type OpenedEntry = { entry: WholeEntry; sentence: Sentence; differences: Difference[]; hasWords: boolean };
