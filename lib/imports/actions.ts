"use server";

import { redirect } from "next/navigation";
import { defineAction } from "#lib/actions/define-action";
import { answerImport } from "#lib/imports/answer-import";
import { commitImport } from "#lib/imports/commit-import";
import { AnswerImportInput, CommitImportInput } from "#lib/imports/inputs";
import { paths } from "#lib/paths";

export const answerImportAction = defineAction(AnswerImportInput, async (asker, input, request) => {
  await answerImport(asker, input, request);
  redirect(paths.import(input.importId, { said: "saved" }));
});

export const commitImportAction = defineAction(CommitImportInput, async (asker, input, request) => {
  await commitImport(asker, input, request);
  redirect(paths.import(input.importId, { said: "committed" }));
});
