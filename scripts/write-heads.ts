import type { Client } from "pg";
import { headsLetter } from "#lib/mail/letters";

type Due = {
  organisation_id: string;
  organisation: string;
  person_id: string;
  name: string;
  of_row: string;
  edition: string | null;
};

/** Writes to auditors what is due of the heads of the seal, as the sign-in role; whoever else does it meanwhile, each is written once. */
export async function writeHeads(on: Client): Promise<void> {
  const { rows } = await on.query<Due>("select * from post.heads_due()");
  for (const { organisation_id, organisation, person_id, name, of_row, edition } of rows) {
    const { subject, words } = headsLetter({ organisation, name }, edition);
    await on.query("select post.write_heads($1, $2, $3, $4, $5)", [organisation_id, person_id, of_row, subject, words]);
  }
}
