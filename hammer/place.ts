import { setTimeout as pause } from "node:timers/promises";
import { mustAct } from "#hammer/actions";
import type { Cell, Cells } from "#hammer/cells";
import { acts, newestOf, submitted } from "#hammer/comments";
import { waitingImport } from "#hammer/imports";
import { proposedRedaction } from "#hammer/redactions";
import type { Yard } from "#hammer/yard";

/** Words that only some may read, by which an answer is known to hold them. */
export const secretWords = {
  draft: "Kept among the leads of the team.",
  submitted: "For the head of service to read.",
};

/** Things of the Assessment team and its council, for addresses to name. */
export type Place = {
  importId: string;
  redactionId: string;
  personId: string;
  position: number;
  revision: string;
  cell: Cell;
  drafted: Cell;
};

/** Before, there is no proof of an entry to be let in to. */
async function untilSealed(yard: Yard, position: number): Promise<void> {
  const sealed = "select from audit.leaf l join audit.head h on l.number < h.size where l.position = $1 limit 1";
  for (const until = Date.now() + 90_000; (await yard.query(sealed, [position])).length === 0; await pause(250)) {
    if (Date.now() > until) throw new Error(`Entry ${position} was not sealed in a minute and a half.`);
  }
}

export async function makePlace(yard: Yard, cells: Cells): Promise<Place> {
  const { cell } = cells;
  const [one, drafted] = [await cell(), await cell()];
  const { seen } = await submitted(yard, one, secretWords.submitted);
  await mustAct(yard, "lead.assessment", acts.write(drafted, "draft", secretWords.draft));
  const { revision } = await newestOf(yard, drafted);
  const [entry] = await yard.query(
    "select max(position)::int as position from audit.entry where table_name = 'comment_revision' and key = $1",
    [revision],
  );
  const position = Number(entry?.position);
  const [importId, redactionId] = [await waitingImport(yard), await proposedRedaction(yard, cells)];
  await untilSealed(yard, position);
  return {
    importId,
    redactionId,
    personId: String(yard.asker("lead.assessment").personId),
    position,
    revision: seen.revision,
    cell: one,
    drafted,
  };
}
