import { sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { database } from "#db/client";
import { person } from "#db/schema/people";
import { redaction } from "#db/schema/redactions";
import { wordsOf } from "#db/words";

const proposer = alias(person, "proposer");
const confirmer = alias(person, "confirmer");
const refuser = alias(person, "refuser");

/** Redactions with who did what of them. */
export const selectRedactions = () =>
  database()
    .select({
      id: redaction.id,
      version: redaction.version,
      /** What is to go. Null: the whole of a text. */
      passage: wordsOf(redaction.passage),
      authority: wordsOf(redaction.authority),
      proposedAt: redaction.proposedAt,
      proposedById: redaction.proposedBy,
      proposedBy: proposer.name,
      confirmedAt: redaction.confirmedAt,
      confirmedBy: confirmer.name,
      refusedAt: redaction.refusedAt,
      refusedBy: refuser.name,
      refusedReason: wordsOf(redaction.refusedReason),
      withdrawnAt: redaction.withdrawnAt,
      textsGone: sql<number>`(select count(*)::int from redaction_place p where p.redaction_id = ${redaction.id})`,
      /** Files that people had made or asked for here, which went with the words. */
      filesTaken: sql<number>`coalesce((select w.taken from files.withdrawal w where w.redaction_id = ${redaction.id}), 0)`,
    })
    .from(redaction)
    .innerJoin(proposer, sql`${proposer.id} = ${redaction.proposedBy}`)
    .leftJoin(confirmer, sql`${confirmer.id} = ${redaction.confirmedBy}`)
    .leftJoin(refuser, sql`${refuser.id} = ${redaction.refusedBy}`);

export type RedactionRow = Awaited<ReturnType<typeof selectRedactions>>[number];
