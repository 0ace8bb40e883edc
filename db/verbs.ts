import { type Role, roles } from "#db/vocabulary";

/** What a verb may do to the rows of one table. */
export type Write = {
  /** It makes rows, and each says this. */
  makes?: Readonly<Record<string, string | null>>;
  /** The columns it changes. */
  changes?: readonly string[];
  /** Only in rows that the same act made. */
  justMade?: true;
  /** Of nobody but the person who asks. */
  own?: true;
  /** Through a function of the database alone, so the web's login holds no grant for it. */
  byDoor?: true;
};

/** What a verb writes: nothing where it is left out. */
export type Writes = Readonly<Record<string, Write>>;

export type VerbRule = {
  /** Who may; "signed in" is anybody's own, whatever roles they hold. */
  by: readonly Role[] | "signed in";
  writes?: Writes;
  /** It takes something away, which is entered though nothing changes. */
  takesAway?: true;
  /** Rows of an indicator only while their month is open. */
  inOpenMonth?: true;
  /** Rows of no scorecard but the one that the same act makes. */
  makesScorecard?: true;
};

const actual = ["value", "numerator", "denominator", "missing", "note", "provisional", "estimated"];
const written = ["words", "written_at", "written_by"];
const drafts = {
  comment: { makes: {} },
  comment_revision: { makes: { source: "person", submitted_by: null }, changes: written },
  revision_author: { makes: {} },
} as const;
const submits = {
  ...drafts,
  comment_revision: { makes: { source: "person" }, changes: [...written, "submitted_by", "withdrawn_by"] },
} as const;
const decides = (kind: string) => ({ comment_decision: { makes: { kind } } });
const ends = ["ended_by"];
const answers = { import_doubt: { makes: {}, changes: ["answer", "answered_at", "answered_by"] } };

/**
 * Who may what, and what it may write: one list, for the screens (lib/access/permissions.ts), for the grants of the web's
 * login and for the row triggers, to which every start says it again. The team's scope, where a role has one, is held by
 * the query's `where`, by the verb and by the trigger.
 */
export const verbs = {
  "scorecard.read": { by: roles },
  "scorecard.export": { by: roles, takesAway: true },
  "actual.record": { by: ["team lead"], writes: { actual: { makes: {}, changes: actual } }, inOpenMonth: true },
  "actual.clear": { by: ["team lead"], writes: { actual: { changes: actual } }, inOpenMonth: true },
  "comment.draft": { by: ["team lead"], writes: drafts, inOpenMonth: true },
  "comment.submit": { by: ["team lead"], writes: submits, inOpenMonth: true },
  "comment.withdraw": {
    by: ["team lead"],
    writes: { comment_revision: { changes: ["withdrawn_by"] } },
    inOpenMonth: true,
  },
  "comment.approve": { by: ["head of service"], writes: decides("approved") },
  "comment.return": { by: ["head of service"], writes: decides("returned"), inOpenMonth: true },
  "approval.withdraw": { by: ["head of service"], writes: decides("withdrawn") },
  "history.read": { by: ["team lead", "head of service", "auditor", "performance officer"] },
  "history.export": {
    by: ["team lead", "head of service", "auditor", "performance officer"],
    takesAway: true,
  },
  "past.read": { by: ["auditor", "performance officer"] },
  "import.read": { by: ["performance officer"], writes: { import: { makes: {} }, import_doubt: { makes: {} } } },
  "import.answer": { by: ["performance officer"], writes: answers },
  "import.commit": {
    by: ["performance officer"],
    makesScorecard: true,
    writes: {
      ...answers,
      import: { changes: ["committed_at", "committed_by", "scorecard_id"] },
      team: { makes: {} },
      scorecard: { makes: {} },
      scorecard_label_set: { makes: {} },
      scorecard_month: { makes: {}, changes: ["closed_at", "closed_by"], justMade: true },
      theme: { makes: {} },
      section: { makes: {} },
      indicator: { makes: {} },
      indicator_definition: { makes: {} },
      indicator_team: { makes: {} },
      due_rule: { makes: {} },
      band_set: { makes: {} },
      band: { makes: {} },
      benchmark: { makes: {} },
      milestone: { makes: {} },
      actual: { makes: {} },
      comment: { makes: {} },
      comment_revision: { makes: { source: "import" } },
    },
  },
  "person.list": { by: ["performance officer"] },
  "person.end_sessions": { by: ["performance officer"], writes: { session: { changes: ends } } },
  "password.change": {
    by: "signed in",
    writes: {
      credential: { makes: {}, changes: ["password_hash", "changed_at"], own: true, byDoor: true },
      session: { changes: ends, own: true },
    },
  },
  "session.end": { by: "signed in", writes: { session: { changes: ends, own: true } } },
  "session.end_others": { by: "signed in", writes: { session: { changes: ends, own: true } } },
} as const satisfies Record<string, VerbRule>;

/** What Candour does by itself. */
export const systemVerbs = { "system.change": {} } as const satisfies Record<string, { writes?: Writes }>;
