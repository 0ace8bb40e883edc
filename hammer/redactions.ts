import { randomUUID } from "node:crypto";
import { type Act, type Fields, mustAct } from "#hammer/actions";
import type { Cells } from "#hammer/cells";
import { submitted } from "#hammer/comments";
import type { Yard } from "#hammer/yard";
import { paths } from "#lib/paths";

const authority = "A request under article 17.";

const act = (action: string, from: string, fields: Fields): Act => ({
  action,
  from,
  fields: { request: randomUUID(), ...fields },
});

/** Words of a new comment, proposed to go by whoever sends it. */
async function propose(yard: Yard, { cell }: Cells): Promise<Act> {
  const { seen } = await submitted(yard, await cell());
  const [kept] = await yard.query(
    `select r.words as digest, (select max(e.position)::int from audit.entry e where e.table_name = 'comment_revision' and e.key = r.id::text) as position
     from comment_revision r where r.id = $1`,
    [seen.revision],
  );
  const fields = { digest: String(kept?.digest), what: "whole", passage: "", authority };
  return act("proposeRedactionAction", paths.proposeRedaction(Number(kept?.position)), fields);
}

/** One that the officer proposed, by its id. */
export async function proposedRedaction(yard: Yard, cells: Cells): Promise<string> {
  const doing = await propose(yard, cells);
  await mustAct(yard, "officer", doing);
  const [made] = await yard.query("select id from redaction where digest = $1", [doing.fields.digest]);
  return String(made?.id);
}

/** Over a version that nobody has: who proposed it and who did not are told alike. */
async function over(yard: Yard, cells: Cells, action: string, fields: Fields = {}): Promise<Act> {
  const redaction = await proposedRedaction(yard, cells);
  return act(action, paths.redaction(redaction), { redaction, seen: "2147483647", ...fields });
}

/** What officers and auditors do about words that are to go. */
export const redactionActs = {
  propose,
  withdraw: (yard: Yard, cells: Cells) => over(yard, cells, "withdrawRedactionAction"),
  refuse: (yard: Yard, cells: Cells) => over(yard, cells, "refuseRedactionAction", { reason: "It names nobody." }),
  redact: (yard: Yard, cells: Cells) => over(yard, cells, "redactWordsAction", { texts: "0".repeat(32) }),
};
