import { database } from "#db/client";
import type { PersonActor } from "#lib/access/actor";
import { may } from "#lib/access/permissions";
import { enterRefusal } from "#lib/audit/enter-refusal";
import { Refusal } from "#lib/audit/refusal";
import type { PasteActuals } from "#lib/returns/inputs";
import { type JudgedCell, judgeCells } from "#lib/returns/paste/judge-cells";
import { type PasteReview, pasteReview } from "#lib/returns/paste/paste-review";
import { placeCells } from "#lib/returns/paste/place-cells";

/**
 * A block as it would be recorded now, for the person to look at. Throws WRONG_ROLE, entered; and what `placeCells` throws.
 */
export async function readPaste(
  actor: PersonActor,
  given: PasteActuals,
): Promise<{ cells: JudgedCell[]; review: PasteReview }> {
  if (!may(actor, "actual.paste")) {
    const refusal = new Refusal("WRONG_ROLE", "Only the team lead of an indicator’s team records its figures.");
    await enterRefusal(actor, "actual.paste", refusal, { month: given.month });
    throw refusal;
  }
  const block = await placeCells(actor, given);
  const cells = await judgeCells(database(), actor, block.cells, given.answers);
  return { cells, review: pasteReview(actor, block, cells, given) };
}
