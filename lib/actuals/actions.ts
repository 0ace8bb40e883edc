"use server";

import { database } from "#db/client";
import type { Asker } from "#lib/access/actor";
import { defineAction, presentActor } from "#lib/actions/define-action";
import { leadOn } from "#lib/actions/lead-on";
import { clearActual } from "#lib/actuals/clear-actual";
import { ClearActualInput, RecordActualInput, TakeBackActualsInput } from "#lib/actuals/inputs";
import { getSavedActual } from "#lib/actuals/queries";
import { recordActual } from "#lib/actuals/record-actual";
import { type ShownActual, showActual } from "#lib/actuals/shown-actual";
import { takeBackActuals } from "#lib/actuals/take-back-actuals";
import { Refusal } from "#lib/audit/refusal";
import { paths } from "#lib/paths";
import type { Month } from "#lib/rules/month";

export const recordActualAction = defineAction(
  RecordActualInput,
  async (asker, input, request) => (await recordActual(asker, input, request))?.shown ?? standing(asker, input),
);

export const clearActualAction = defineAction(
  ClearActualInput,
  async (asker, input, request) => (await clearActual(asker, input, request))?.shown ?? standing(asker, input),
);

export const takeBackActualsAction = defineAction(TakeBackActualsInput, async (asker, input, request) => {
  await takeBackActuals(asker, input, request);
  return leadOn(paths.return(input.month, { pasted: input.actionId }), {});
});

/** For a request that was already done: what stands now. */
async function standing(
  asker: Asker,
  { indicatorId, month }: { indicatorId: string; month: Month },
): Promise<ShownActual> {
  const actor = await presentActor(asker);
  const present = await getSavedActual(database(), indicatorId, month);
  if (!present) throw new Refusal("NOT_FOUND", "There is no such figure.");
  return showActual(actor, present);
}
