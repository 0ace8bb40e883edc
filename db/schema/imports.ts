import { sql } from "drizzle-orm";
import { check, foreignKey, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { at, canBeShown, freeText, id, isOneOf, now, version } from "#db/schema/columns";
import { organisation, person } from "#db/schema/people";
import { scorecard } from "#db/schema/scorecards";

const importKinds = ["scorecard"] as const;

/** One file that was read, and the commit that brought it in, if it did. */
export const imports = pgTable(
  "import",
  {
    id: id(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisation.id),
    kind: text("kind", { enum: importKinds }).notNull(),
    fileName: freeText("file_name").notNull(),
    /** The file as it came, in base64. */
    content: freeText("content").notNull(),
    sha256: text("sha256").notNull(),
    bytes: integer("bytes").notNull(),
    readAt: at("read_at").notNull().default(now),
    readBy: uuid("read_by").references(() => person.id),
    committedAt: at("committed_at"),
    committedBy: uuid("committed_by").references(() => person.id),
    scorecardId: uuid("scorecard_id"),
    version: version(),
  },
  (t) => [
    unique("file_once").on(t.organisationId, t.sha256),
    foreignKey({
      name: "import_makes_a_scorecard_of_its_organisation",
      columns: [t.organisationId, t.scorecardId],
      foreignColumns: [scorecard.organisationId, scorecard.id],
    }),
    isOneOf("import_kind_is_known", t.kind, importKinds),
    check("import_has_a_sha256", sql`${t.sha256} ~ '^[0-9a-f]{64}$'`),
    check("committed_with_its_scorecard", sql`(${t.committedAt} is null) = (${t.scorecardId} is null)`),
  ],
);

/** What the reading could not be sure of, as it came, as proposed, and as a person answered. */
export const importDoubt = pgTable(
  "import_doubt",
  {
    id: id(),
    importId: uuid("import_id")
      .notNull()
      .references(() => imports.id),
    key: text("key").notNull(),
    kind: text("kind").notNull(),
    position: integer("position").notNull(),
    row: integer("row"),
    column: integer("column"),
    about: freeText("about").notNull(),
    asItCame: freeText("as_it_came"),
    proposed: freeText("proposed"),
    answer: freeText("answer"),
    answeredAt: at("answered_at"),
    answeredBy: uuid("answered_by").references(() => person.id),
    version: version(),
  },
  (t) => [
    unique("doubt_once").on(t.importId, t.key),
    canBeShown("import_doubt_key_can_be_shown", t.key, 500),
    canBeShown("import_doubt_kind_can_be_shown", t.kind, 100),
  ],
);
