"use server";

import { defineAction, presentActor } from "#lib/actions/define-action";
import { leadOn } from "#lib/actions/lead-on";
import { askFile } from "#lib/files/ask-file";
import { cancelFile } from "#lib/files/cancel-file";
import { deleteFile } from "#lib/files/delete-file";
import { AboutFileInput, AskFileInput } from "#lib/files/inputs";
import { paths } from "#lib/paths";

export const askFileAction = defineAction(AskFileInput, async (asker, input, request) => {
  await askFile(await presentActor(asker), input, request);
  return leadOn(paths.files({ done: "asked" }), {});
});

export const cancelFileAction = defineAction(AboutFileInput, async (asker, { file }) => {
  const cancelled = await cancelFile(await presentActor(asker), file);
  return leadOn(paths.files({ done: cancelled ? "cancelled" : "over" }), {});
});

export const deleteFileAction = defineAction(AboutFileInput, async (asker, { file }) => {
  const deleted = await deleteFile(await presentActor(asker), file);
  return leadOn(paths.files({ done: deleted ? "deleted" : "gone" }), {});
});
