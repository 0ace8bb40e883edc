"use server";

import { defineAction, presentActor } from "#lib/actions/define-action";
import { leadOn } from "#lib/actions/lead-on";
import { RestateActualInput } from "#lib/actuals/inputs";
import { findPlace } from "#lib/commentary/cell/find-place";
import { paths } from "#lib/paths";
import { restateActual } from "#lib/restatements/restate-actual";

export const restateActualAction = defineAction(RestateActualInput, async (asker, input, request) => {
  const { indicatorId, month } = input;
  const place =
    (await restateActual(asker, input, request)) ?? (await findPlace(await presentActor(asker), indicatorId));
  return leadOn(paths.restatements(place.slug, place.ref, month, { done: "restated" }), {});
});
