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
  return {
    importId: await waitingImport(yard),
    redactionId: await proposedRedaction(yard, cells),
    personId: String(yard.asker("lead.assessment").personId),
    position: Number(entry?.position),
    revision: seen.revision,
    cell: one,
    drafted,
  };
}
