import { sql } from "drizzle-orm";
import type { Database } from "#db/client";
import type { MailKind } from "#db/vocabulary";
import type { Letter } from "#lib/mail/letters";

type ToWrite = { organisationId: string; personId: string; kind: MailKind; ofRow: string; letter: Letter };

/** How long a mail is tried, unless what it tells is over sooner. */
const triedFor = "2 days";

/** Puts a mail where the worker takes it, once, within the act of what it tells: it goes where that is kept, and only there. */
export async function writeMail(tx: Database, { organisationId, personId, kind, ofRow, letter }: ToWrite) {
  await tx.execute(
    sql`select post.write_mail(${organisationId}, ${personId}, ${kind}, ${ofRow}, ${letter.subject}, ${letter.words}, now() + ${triedFor}::interval)`,
  );
}
