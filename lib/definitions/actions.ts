"use server";

import type { Asker } from "#lib/access/actor";
import { defineAction } from "#lib/actions/define-action";
import { leadOn } from "#lib/actions/lead-on";
import { addIndicator } from "#lib/definitions/add-indicator";
import { defineIndicator } from "#lib/definitions/define-indicator";
import { endIndicator } from "#lib/definitions/end-indicator";
import { findIndicator, findScorecardSlug } from "#lib/definitions/find-indicator";
import {
  AddIndicatorInput,
  DefineIndicatorInput,
  EndIndicatorInput,
  SetMilestonesInput,
  WithdrawVersionInput,
} from "#lib/definitions/inputs";
import type { IndicatorPlace } from "#lib/definitions/read-indicator";
import { setMilestones } from "#lib/definitions/set-milestones";
import { withdrawVersion } from "#lib/definitions/withdraw-version";
import { type DefinitionDone, paths } from "#lib/paths";

/** Leads back to what the indicator is; one that was already done, likewise. */
async function led(
  asker: Asker,
  changed: IndicatorPlace | undefined,
  { indicatorId }: { indicatorId: string },
  done: DefinitionDone,
) {
  const { slug, ref } = changed ?? (await findIndicator(asker, indicatorId));
  return leadOn(paths.definition(slug, ref, { done }), {});
}

export const defineIndicatorAction = defineAction(DefineIndicatorInput, async (asker, input, request) =>
  led(asker, await defineIndicator(asker, input, request), input, "changed"),
);

export const endIndicatorAction = defineAction(EndIndicatorInput, async (asker, input, request) =>
  led(asker, await endIndicator(asker, input, request), input, "ended"),
);

export const addIndicatorAction = defineAction(AddIndicatorInput, async (asker, input, request) => {
  const place = await addIndicator(asker, input, request);
  const slug = place?.slug ?? (await findScorecardSlug(asker, input.scorecardId));
  return leadOn(paths.definition(slug, input.ref, { done: "added" }), {});
});

export const withdrawVersionAction = defineAction(WithdrawVersionInput, async (asker, input, request) =>
  led(asker, await withdrawVersion(asker, input, request), input, "withdrawn"),
);

export const setMilestonesAction = defineAction(SetMilestonesInput, async (asker, input, request) =>
  led(asker, await setMilestones(asker, input, request), input, "milestones"),
);
