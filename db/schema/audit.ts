import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  customType,
  index,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { at, bytes, freeText, id, isOneOf, month, oneOf } from "#db/schema/columns";
import { actionKinds, actionOutcomes, entryOperations, refusalCodes, signInRefusals } from "#db/vocabulary";

export const audit = pgSchema("audit");

const xid8 = customType<{ data: string }>({ dataType: () => "xid8" });

/** What one transaction did: who, as what, why, when, at whose request, from where. */
export const action = audit.table(
  "action",
  {
    id: id(),
    xid: xid8("xid").notNull().default(sql`pg_current_xact_id()`),
    begunAt: at("begun_at").notNull().default(sql`transaction_timestamp()`),
    organisation: uuid("organisation"),
    kind: text("kind", { enum: actionKinds }).notNull(),
    person: uuid("person"),
    onBehalfOf: uuid("on_behalf_of"),
    session: uuid("session"),
    verb: text("verb").notNull(),
    reason: freeText("reason"),
    importId: uuid("import"),
    requestId: uuid("request_id"),
    requestDigest: text("request_digest"),
    address: text("address"),
    agent: text("agent"),
    databaseRole: text("database_role").notNull().default(sql`session_user`),
    outcome: text("outcome", { enum: actionOutcomes }).notNull(),
    code: text("code"),
  },
  (t) => [
    unique("one_action_a_transaction").on(t.xid, t.begunAt),
    uniqueIndex("request_done_once")
      .on(t.person, t.requestId)
      .where(sql`${t.outcome} = 'done' and ${t.requestId} is not null`),
    index("action_by_request").on(t.requestId).where(sql`${t.requestId} is not null`),
    index("action_by_import").on(t.importId).where(sql`${t.importId} is not null`),
    index("action_by_address").on(t.organisation, t.address, t.begunAt),
    index("action_by_reason").on(t.organisation, t.reason).where(sql`${t.reason} is not null`),
    isOneOf("action_kind_is_known", t.kind, actionKinds),
    isOneOf("action_outcome_is_known", t.outcome, actionOutcomes),
    check(
      "refusal_code_is_known",
      sql`case ${t.kind} when 'sign-in' then ${oneOf(t.code, signInRefusals)} else ${oneOf(t.code, refusalCodes)} end`,
    ),
    check("refused_with_its_code", sql`(${t.outcome} = 'refused') = (${t.code} is not null)`),
    check("request_digest_is_short", sql`length(${t.requestDigest}) <= 100`),
  ],
);

/** One row as it was and as it became, or one refusal; its real columns are what history filters on. */
export const entry = audit.table(
  "entry",
  {
    position: bigint("position", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity({ cache: 1 }),
    xid: xid8("xid").notNull().default(sql`pg_current_xact_id()`),
    action: uuid("action")
      .notNull()
      .references(() => action.id),
    at: at("at").notNull().default(sql`clock_timestamp()`),
    organisation: uuid("organisation"),
    scorecard: uuid("scorecard"),
    team: uuid("team"),
    person: uuid("person"),
    verb: text("verb").notNull(),
    indicator: uuid("indicator"),
    month: month("month"),
    tableName: text("table_name"),
    key: text("key"),
    rowVersion: integer("row_version"),
    operation: text("operation", { enum: entryOperations }).notNull(),
    before: jsonb("before").$type<Record<string, unknown>>(),
    after: jsonb("after").$type<Record<string, unknown>>(),
  },
  (t) => [
    isOneOf("entry_operation_is_known", t.operation, entryOperations),
    index("entry_by_organisation").on(t.organisation, t.position.desc().nullsFirst()),
    index("entry_by_row").on(t.tableName, t.key, t.position.desc().nullsFirst()),
    index("entry_by_scorecard").on(t.scorecard, t.position.desc().nullsFirst()),
    index("entry_by_indicator").on(t.indicator, t.position.desc().nullsFirst()),
    index("entry_by_cell").on(t.indicator, t.month, t.position.desc().nullsFirst()),
    index("entry_by_verb").on(t.organisation, t.verb, t.position.desc().nullsFirst()),
    index("entry_by_month").on(t.month, t.position.desc().nullsFirst()),
    index("entry_by_team").on(t.team, t.position.desc().nullsFirst()),
    index("entry_by_team_indicator").on(t.team, t.indicator, t.position.desc().nullsFirst()),
    index("entry_by_team_month").on(t.team, t.month, t.position.desc().nullsFirst()),
    index("entry_by_team_person").on(t.team, t.person, t.position.desc().nullsFirst()),
    index("entry_by_team_verb").on(t.team, t.verb, t.position.desc().nullsFirst()),
    index("entry_by_person").on(t.person, t.position.desc().nullsFirst()),
    index("entry_by_person_indicator").on(t.person, t.indicator, t.position.desc().nullsFirst()),
    index("entry_by_person_month").on(t.person, t.month, t.position.desc().nullsFirst()),
    index("entry_by_person_verb").on(t.person, t.verb, t.position.desc().nullsFirst()),
    index("refusal_by_organisation")
      .on(t.organisation, t.position.desc().nullsFirst())
      .where(sql`${t.operation} = 'refused'`),
    index("refusal_by_team").on(t.team, t.position.desc().nullsFirst()).where(sql`${t.operation} = 'refused'`),
    index("refusal_by_person").on(t.person, t.position.desc().nullsFirst()).where(sql`${t.operation} = 'refused'`),
    index("lapse_by_organisation")
      .on(t.organisation, t.position.desc().nullsFirst())
      .where(sql`${t.tableName} = 'lapse'`),
    index("lapse_by_team").on(t.team, t.position.desc().nullsFirst()).where(sql`${t.tableName} = 'lapse'`),
    index("lapse_by_person").on(t.person, t.position.desc().nullsFirst()).where(sql`${t.tableName} = 'lapse'`),
    index("entry_of_month").on(t.scorecard, t.month, t.position.desc().nullsFirst()).where(sql`${t.indicator} is null`),
    index("entry_of_action").on(t.action, t.position.desc().nullsFirst()),
    index("entry_by_at").on(t.at),
    index("entry_by_xid").on(t.xid),
  ],
);

/** Free text, once: rows, images and actions hold the digest, `sha256(salt || body)`. Taken out: body and salt are empty. */
export const words = audit.table(
  "words",
  {
    digest: text("digest").primaryKey(),
    salt: bytes("salt"),
    body: text("body"),
    redactedBy: uuid("redacted_by").references(() => action.id),
  },
  (t) => [
    check(
      "digest_is_of_the_words",
      sql`${t.digest} = encode(sha256(${t.salt} || convert_to(${t.body}, 'UTF8')), 'hex')`,
    ),
    check("words_with_their_salt", sql`(${t.body} is null) = (${t.salt} is null)`),
    check("taken_out_by_an_action", sql`(${t.body} is null) = (${t.redactedBy} is not null)`),
  ],
);

/** What db/verbs.ts says of who may do what, for the doors; said again at every start. */
export const verb = audit.table("verb", {
  verb: text("verb").primaryKey(),
  ofPerson: boolean("of_person").notNull(),
  /** Null: whoever is signed in. */
  roles: text("roles").array(),
  ofTeams: boolean("of_teams").notNull(),
  takesAway: boolean("takes_away").notNull(),
  inOpenMonth: boolean("in_open_month").notNull(),
  orGivenBack: boolean("or_given_back").notNull().default(false),
  inOpenReturn: boolean("in_open_return").notNull().default(false),
  makesScorecard: boolean("makes_scorecard").notNull().default(false),
  byDeputy: boolean("by_deputy").notNull().default(false),
});

/** The same of what each verb writes, for the row triggers. */
export const verbWrite = audit.table(
  "verb_write",
  {
    verb: text("verb")
      .notNull()
      .references(() => verb.verb),
    tableName: text("table_name").notNull(),
    makes: jsonb("makes").$type<Record<string, string>>(),
    changes: text("changes").array().notNull(),
    own: boolean("own").notNull(),
    justMade: boolean("just_made").notNull(),
    becomes: jsonb("becomes").$type<Record<string, unknown>>(),
  },
  (t) => [primaryKey({ columns: [t.verb, t.tableName] })],
);

const snapshot = customType<{ data: string }>({ dataType: () => "pg_snapshot" });

/**
 * One count of transaction ids: they start anew where a database is restored into another cluster. Its entries are those
 * from its first position on, until the next one's.
 */
export const incarnation = audit.table("incarnation", {
  number: integer("number").primaryKey(),
  /** Of the cluster, by which it is told from another. */
  systemIdentifier: bigint("system_identifier", { mode: "bigint" }).notNull(),
  firstPosition: bigint("first_position", { mode: "number" }).notNull(),
  begunAt: at("begun_at").notNull().default(sql`clock_timestamp()`),
  /** The head that had been signed last, where more had been than the backup holds that was put back. */
  putBackAfter: text("put_back_after"),
});

/** A moment of the whole database that somebody could have seen: what was committed when its snapshot was taken, and nothing else. */
export const cut = audit.table(
  "cut",
  {
    number: bigint("number", { mode: "number" }).primaryKey(),
    incarnation: integer("incarnation")
      .notNull()
      .references(() => incarnation.number),
    /** What was committed by then is in it. */
    takenAt: at("taken_at").notNull(),
    snapshot: snapshot("snapshot").notNull(),
    /** The newest position in it, 0 for none. Not all before are in it: it bounds what is looked at. */
    newest: bigint("newest", { mode: "number" }).notNull(),
  },
  (t) => [index("cut_by_moment").on(t.takenAt, t.number)],
);
