import { sql } from "drizzle-orm";
import { check, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { words } from "#db/schema/audit";
import { at, freeText, id, now, version } from "#db/schema/columns";
import { organisation, person } from "#db/schema/people";

/**
 * Words that are proposed to be redacted, all of them or a passage, on whose authority; and what became of it: confirmed by
 * somebody else, refused by somebody else, or withdrawn by who proposed it. It waits as long as it takes.
 */
export const redaction = pgTable(
  "redaction",
  {
    id: id(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisation.id),
    /** Of the words in which it was found. */
    digest: text("digest")
      .notNull()
      .references(() => words.digest),
    /** What of them is to go, wherever it stands. Null: the whole of them. */
    passage: freeText("passage"),
    authority: freeText("authority").notNull(),
    proposedAt: at("proposed_at").notNull().default(now),
    proposedBy: uuid("proposed_by")
      .notNull()
      .references(() => person.id),
    confirmedAt: at("confirmed_at"),
    confirmedBy: uuid("confirmed_by").references(() => person.id),
    refusedAt: at("refused_at"),
    refusedBy: uuid("refused_by").references(() => person.id),
    refusedReason: freeText("refused_reason"),
    withdrawnAt: at("withdrawn_at"),
    withdrawnBy: uuid("withdrawn_by").references(() => person.id),
    version: version(),
  },
  (t) => [
    index("redaction_by_organisation").on(t.organisationId, t.proposedAt),
    check("redaction_has_a_digest", sql`${t.digest} ~ '^[0-9a-f]{64}$'`),
    check("redaction_of_some_words", sql`${t.passage} <> ''`),
    check("redaction_on_an_authority", sql`${t.authority} <> ''`),
    check("redaction_confirmed_by_somebody", sql`(${t.confirmedAt} is null) = (${t.confirmedBy} is null)`),
    check("redaction_confirmed_by_another", sql`${t.confirmedBy} <> ${t.proposedBy}`),
    check("redaction_refused_by_somebody", sql`(${t.refusedAt} is null) = (${t.refusedBy} is null)`),
    check("redaction_refused_by_another", sql`${t.refusedBy} <> ${t.proposedBy}`),
    check(
      "redaction_refused_with_reason",
      sql`(${t.refusedAt} is null) = (${t.refusedReason} is null) and coalesce(${t.refusedReason}, '-') <> ''`,
    ),
    check("redaction_withdrawn_by_its_proposer", sql`coalesce(${t.withdrawnBy}, ${t.proposedBy}) = ${t.proposedBy}`),
    check("redaction_withdrawn_by_somebody", sql`(${t.withdrawnAt} is null) = (${t.withdrawnBy} is null)`),
    check("redaction_answered_once", sql`num_nonnulls(${t.confirmedAt}, ${t.refusedAt}, ${t.withdrawnAt}) <= 1`),
  ],
);

/** One text that a confirmed redaction took out, by its digest; and what is left of it, with a gap, where it was a passage. */
export const redactionPlace = pgTable(
  "redaction_place",
  {
    id: id(),
    redactionId: uuid("redaction_id")
      .notNull()
      .references(() => redaction.id),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisation.id),
    digest: text("digest")
      .notNull()
      .references(() => words.digest),
    remaining: freeText("remaining"),
  },
  (t) => [
    unique("words_redacted_once").on(t.digest),
    index("place_by_redaction").on(t.redactionId),
    check("place_has_a_digest", sql`${t.digest} ~ '^[0-9a-f]{64}$'`),
  ],
);
