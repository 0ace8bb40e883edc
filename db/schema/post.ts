import { sql } from "drizzle-orm";
import { check, index, integer, pgSchema, text, unique, uuid } from "drizzle-orm/pg-core";
import { at, id, isOneOf, now } from "#db/schema/columns";
import { organisation, person } from "#db/schema/people";
import { mailKinds } from "#db/vocabulary";

export const post = pgSchema("post");

/**
 * What is to be sent, written in the transaction of what it tells. Not in the trail, where that stands already; and what it
 * says, which may hold a link, is there no longer than it waits.
 */
export const mail = post.table(
  "mail",
  {
    /** Of which its Message-ID is made, so that who gets it twice sees one. */
    id: id(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisation.id),
    personId: uuid("person_id")
      .notNull()
      .references(() => person.id),
    kind: text("kind", { enum: mailKinds }).notNull(),
    /** The row that it tells of. */
    ofRow: uuid("of_row").notNull(),
    address: text("address").notNull(),
    subject: text("subject").notNull(),
    words: text("words"),
    /** A file that goes with it as it is, in plain text. */
    attachment: text("attachment"),
    writtenAt: at("written_at").notNull().default(now),
    /** Until then it is tried. */
    triedUntil: at("tried_until").notNull(),
    nextTryAt: at("next_try_at").notNull().default(now),
    tries: integer("tries").notNull().default(0),
    sentAt: at("sent_at"),
    givenUpAt: at("given_up_at"),
    /** By what code it failed last; never what a server said, which may quote anything. */
    why: text("why"),
  },
  (t) => [
    isOneOf("mail_kind_is_known", t.kind, mailKinds),
    unique("mail_written_once").on(t.kind, t.ofRow, t.personId),
    index("mail_waiting").on(t.nextTryAt).where(sql`${t.words} is not null`),
    index("mail_by_organisation").on(t.organisationId, t.writtenAt),
    check("mail_sent_or_given_up", sql`num_nonnulls(${t.words}, ${t.sentAt}, ${t.givenUpAt}) = 1`),
    check(
      "mail_subject_on_one_line",
      sql`length(${t.address}) <= 254 and ${t.subject} !~ '[[:cntrl:]]' and length(${t.subject}) <= 300`,
    ),
    check("mail_of_a_page", sql`length(${t.words}) between 1 and 10000`),
    check(
      "mail_attachment_is_short",
      sql`${t.attachment} is null or (length(${t.attachment}) <= 20000 and ${t.words} is not null)`,
    ),
    check("mail_failed_by_a_code", sql`${t.why} ~ '^[A-Z0-9_]{1,40}$'`),
  ],
);
