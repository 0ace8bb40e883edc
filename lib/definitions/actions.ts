"use server";

import type { Asker } from "#lib/access/actor";
import { defineAction } from "#lib/actions/define-action";
import { leadOn } from "#lib/actions/lead-on";
import type { Changed } from "#lib/definitions/change-indicator";
import { defineIndicator } from "#lib/definitions/define-indicator";
import { findIndicator } from "#lib/definitions/find-indicator";
import { DefineIndicatorInput, SetMilestonesInput, WithdrawVersionInput } from "#lib/definitions/inputs";
import { setMilestones } from "#lib/definitions/set-milestones";
import { withdrawVersion } from "#lib/definitions/withdraw-version";
import { type DefinitionDone, paths } from "#lib/paths";

/** Leads back to what the indicator is; one that was already done, likewise. */
async function led(
  asker: Asker,
  changed: Changed | undefined,
  { indicatorId }: { indicatorId: string },
  done: DefinitionDone,
) {
  const { slug, ref } = changed ?? (await findIndicator(asker, indicatorId));
  return leadOn(paths.definition(slug, ref, { done }), {});
}

export const defineIndicatorAction = defineAction(DefineIndicatorInput, async (asker, input, request) =>
  led(asker, await defineIndicator(asker, input, request), input, "changed"),
);

export const withdrawVersionAction = defineAction(WithdrawVersionInput, async (asker, input, request) =>
  led(asker, await withdrawVersion(asker, input, request), input, "withdrawn"),
);

export const setMilestonesAction = defineAction(SetMilestonesInput, async (asker, input, request) =>
  led(asker, await setMilestones(asker, input, request), input, "milestones"),
);
