"use server";

import { redirect } from "next/navigation";
import { defineAction } from "#lib/actions/define-action";
import { approveComment } from "#lib/commentary/approve-comment";
import { findPlace } from "#lib/commentary/cell/find-place";
import { findRevision } from "#lib/commentary/cell/find-revision";
import { draftComment } from "#lib/commentary/draft-comment";
import {
  ApproveCommentInput,
  ReturnCommentInput,
  WithdrawApprovalInput,
  WithdrawCommentInput,
  WriteCommentInput,
} from "#lib/commentary/inputs";
import { returnComment } from "#lib/commentary/return-comment";
import { submitComment } from "#lib/commentary/submit-comment";
import { withdrawApproval } from "#lib/commentary/withdraw-approval";
import { withdrawComment } from "#lib/commentary/withdraw-comment";
import { paths } from "#lib/paths";

/** One form with two buttons: `comment.draft` or `comment.submit`, by the button pressed. */
export const writeCommentAction = defineAction(WriteCommentInput, async (actor, { as, ...input }, request) => {
  await (as === "draft" ? draftComment : submitComment)(actor, input, request);
  const { slug, ref } = await findPlace(actor, input.indicatorId);
  redirect(paths.comment(slug, ref, input.month, { done: as === "draft" ? "drafted" : "submitted" }));
});

export const withdrawCommentAction = defineAction(WithdrawCommentInput, async (actor, input, request) => {
  await withdrawComment(actor, input, request);
  const { indicatorId, month } = await findRevision(actor, input.revisionId);
  const { slug, ref } = await findPlace(actor, indicatorId);
  redirect(paths.comment(slug, ref, month, { done: "withdrawn" }));
});

export const approveCommentAction = defineAction(ApproveCommentInput, async (actor, input, request) => {
  await approveComment(actor, input, request);
  redirect(paths.approvals({ decided: input.revisionId }));
});

export const returnCommentAction = defineAction(ReturnCommentInput, async (actor, input, request) => {
  await returnComment(actor, input, request);
  redirect(paths.approvals({ decided: input.revisionId }));
});

export const withdrawApprovalAction = defineAction(WithdrawApprovalInput, async (actor, input, request) => {
  await withdrawApproval(actor, input, request);
  redirect(paths.approvals({ decided: input.revisionId }));
});
