"use server";

import { defineAction } from "#lib/actions/define-action";
import { leadOn } from "#lib/actions/lead-on";
import { answerImport } from "#lib/imports/answer-import";
import { commitImport } from "#lib/imports/commit-import";
import { AnswerImportInput, CommitImportInput } from "#lib/imports/inputs";
import { paths } from "#lib/paths";

export const answerImportAction = defineAction(AnswerImportInput, async (asker, input, request) => {
  await answerImport(asker, input, request);
  return leadOn(paths.import(input.importId, { said: "saved" }), { importId: input.importId });
});

export const commitImportAction = defineAction(CommitImportInput, async (asker, input, request) => {
  await commitImport(asker, input, request);
  return leadOn(paths.import(input.importId, { said: "committed" }), { importId: input.importId });
});
