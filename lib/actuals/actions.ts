"use server";

import { database } from "#db/client";
import type { PersonActor } from "#lib/access/actor";
import { defineAction } from "#lib/actions/define-action";
import { clearActual } from "#lib/actuals/clear-actual";
import { ClearActualInput, RecordActualInput } from "#lib/actuals/inputs";
import { getSavedActual, type SavedActual } from "#lib/actuals/queries";
import { recordActual } from "#lib/actuals/record-actual";
import { type ShownActual, showActual } from "#lib/actuals/shown-actual";
import { Refusal } from "#lib/audit/refusal";
import type { Month } from "#lib/rules/month";

export const recordActualAction = defineAction(RecordActualInput, async (actor, input, request) =>
  standing(actor, input, await recordActual(actor, input, request)),
);

export const clearActualAction = defineAction(ClearActualInput, async (actor, input, request) =>
  standing(actor, input, await clearActual(actor, input, request)),
);

/** What was saved, or for a request that was already done, what stands now. */
async function standing(
  actor: PersonActor,
  { indicatorId, month }: { indicatorId: string; month: Month },
  saved: SavedActual | undefined,
): Promise<ShownActual> {
  const present = saved ?? (await getSavedActual(database(), indicatorId, month));
  if (!present) throw new Refusal("NOT_FOUND", "There is no such figure.");
  return showActual(actor, present);
}
