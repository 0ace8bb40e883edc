import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  check,
  index,
  integer,
  jsonb,
  primaryKey,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { audit, cut, incarnation } from "#db/schema/audit";
import { at, bytes, isOneOf } from "#db/schema/columns";
import { verificationKinds } from "#db/vocabulary";

const count = (name: string) => bigint(name, { mode: "number" });
const isHash = (name: string, column: AnyPgColumn) => check(name, sql`octet_length(${column}) = 32`);

/** The tree's leaves from 0 on, each an entry or an action, by its RFC 6962 hash. */
export const leaf = audit.table(
  "leaf",
  {
    number: count("number").primaryKey(),
    hash: bytes("hash").notNull(),
    position: count("position").unique(),
    action: uuid("action").unique(),
  },
  (t) => [
    check("leaf_is_of_one", sql`(${t.position} is null) <> (${t.action} is null)`),
    isHash("leaf_is_a_hash", t.hash),
  ],
);

/** Whole subtrees of 256 leaves, and of 256 of those, so that a proof reads a few hashes and not all. */
export const subtree = audit.table(
  "subtree",
  { level: smallint("level").notNull(), index: count("index").notNull(), hash: bytes("hash").notNull() },
  (t) => [primaryKey({ columns: [t.level, t.index] }), isHash("subtree_is_a_hash", t.hash)],
);

/** The tree as of a cut, signed with a key that no database holds. */
export const head = audit.table(
  "head",
  {
    number: count("number").primaryKey(),
    incarnation: integer("incarnation")
      .notNull()
      .references(() => incarnation.number),
    cut: count("cut")
      .notNull()
      .unique()
      .references(() => cut.number),
    size: count("size").notNull(),
    root: bytes("root").notNull(),
    /** Of which it grows on: `lib/proof/tree.ts`. */
    peaks: bytes("peaks").array().notNull(),
    /** The C2SP checkpoint, with its signature. */
    note: text("note").notNull(),
    sealedAt: at("sealed_at").notNull().default(sql`clock_timestamp()`),
  },
  (t) => [
    isHash("root_is_a_hash", t.root),
    check("note_is_short", sql`length(${t.note}) <= 2000`),
    index("head_by_size").on(t.size),
  ],
);

/** From which key on another signs: a note that both signed. */
export const keyChange = audit.table("key_change", {
  number: integer("number").primaryKey(),
  note: text("note").notNull(),
  changedAt: at("changed_at").notNull().default(sql`clock_timestamp()`),
});

/** What a verification found, each in words; or why nothing is signed. */
export const verification = audit.table(
  "verification",
  {
    number: count("number").primaryKey().generatedAlwaysAsIdentity({ cache: 1 }),
    kind: text("kind", { enum: verificationKinds }).notNull(),
    beganAt: at("began_at").notNull(),
    endedAt: at("ended_at").notNull().default(sql`clock_timestamp()`),
    size: count("size").notNull(),
    wrong: jsonb("wrong").$type<string[]>().notNull(),
    said: jsonb("said").$type<string[]>().notNull(),
  },
  (t) => [
    isOneOf("verification_kind_is_known", t.kind, verificationKinds),
    check("verification_is_short", sql`length(${t.wrong}::text) + length(${t.said}::text) <= 200000`),
  ],
);
