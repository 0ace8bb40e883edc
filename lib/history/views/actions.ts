"use server";

import { defineAction } from "#lib/actions/define-action";
import { leadOn } from "#lib/actions/lead-on";
import { endView } from "#lib/history/views/end-view";
import { EndViewInput, SaveViewInput } from "#lib/history/views/inputs";
import { saveView } from "#lib/history/views/save-view";
import { paths } from "#lib/paths";

export const saveViewAction = defineAction(SaveViewInput, async (asker, input, request) => {
  await saveView(asker, input, request);
  return leadOn(paths.savedViews({ done: "saved" }), {});
});

export const endViewAction = defineAction(EndViewInput, async (asker, input, request) => {
  await endView(asker, input, request);
  return leadOn(paths.savedViews({ done: "ended" }), {});
});
