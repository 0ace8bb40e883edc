import type { actionKinds, EntryOperation } from "#db/vocabulary";
import type { Image } from "#lib/history/image";
import type { Labels, Level } from "#lib/rules/labels";
import type { Month } from "#lib/rules/month";

/** One row of the trail with the action it belongs to, as it is read; names and roles are those of then. */
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
  /** The roles the person held at that moment: "head of service (Assessment, Participation)". */
  roles: string | null;
  onBehalfOf: string | null;
  databaseRole: string;
  code: string | null;
  reason: string | null;
  requestId: string | null;
  address: string | null;
  agent: string | null;
  importFile: string | null;
  scorecardSlug: string | null;
  indicatorId: string | null;
  ref: string | null;
  month: Month | null;
  team: string | null;
  teamId: string | null;
  before: Image | null;
  after: Image | null;
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
  wordsOf: (digest: string | null) => string | null;
};

/** An actual as it stood before or after: a figure with its grade, or words for none ("nothing", "not available"). */
export type ShownValue =
  | { figure: string; grade: Level | null; provisional?: boolean; estimated?: boolean }
  | { words: string };

/** A piece of a sentence: plain, what was done, or what links to the indicator or the comment it names. */
export type Part = { text: string; as?: "done" | "indicator" | "comment" };

export type Sentence = {
  parts: Part[];
  change: { before: ShownValue; after: ShownValue } | null;
  /** A second line: why, for which figure. */
  detail: string | null;
};

/** One column that differs between before and after, in words. */
export type Difference = { column: string; before: string; after: string };

/** An entry ready to be shown. */
export type HistoryEntry = Omit<TrailEntry, "before" | "after"> & { sentence: Sentence; differences: Difference[] };

/**
 * The entries of one action that a filter finds, most telling first; `total` counts also those that are not here, and
 * `position` and `oldest` are of the newest and the oldest of all.
 */
export type EntryGroup = {
  position: number;
  oldest: number;
  headline: Sentence;
  entries: HistoryEntry[];
  total: number;
};
