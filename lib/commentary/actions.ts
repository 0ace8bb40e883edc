"use server";

import type { Asker } from "#lib/access/actor";
import { defineAction, presentActor } from "#lib/actions/define-action";
import { leadOn } from "#lib/actions/lead-on";
import { Refusal } from "#lib/audit/refusal";
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
import type { QueueAddress } from "#lib/commentary/queue-address";
import { returnComment } from "#lib/commentary/return-comment";
import { submitComment } from "#lib/commentary/submit-comment";
import { withdrawApproval } from "#lib/commentary/withdraw-approval";
import { withdrawComment } from "#lib/commentary/withdraw-comment";
import { paths } from "#lib/paths";

/** One form with two buttons: `comment.draft` or `comment.submit`, by the button pressed. */
export const writeCommentAction = defineAction(WriteCommentInput, async (asker, { as, from, ...input }, request) => {
  const written = await (as === "draft" ? draftComment : submitComment)(asker, input, request);
  const { slug, ref } = written ?? (await findPlace(await presentActor(asker), input.indicatorId));
  const done = as === "draft" ? "drafted" : "submitted";
  return leadOn(paths.comment(slug, ref, input.month, { done, from }), { revisionId: written?.revisionId });
});

export const withdrawCommentAction = defineAction(
  WithdrawCommentInput,
  async (asker, { revisionId, from }, request) => {
    const withdrawn = await withdrawComment(asker, { revisionId }, request);
    const { slug, ref, month } = withdrawn ?? (await placeOfRevision(asker, revisionId));
    return leadOn(paths.comment(slug, ref, month, { done: "withdrawn", from }), { revisionId });
  },
);

/** For a request that was already done. */
async function placeOfRevision(asker: Asker, revisionId: string) {
  const [actor, found] = await Promise.all([presentActor(asker), findRevision(revisionId)]);
  if (!found) throw new Refusal("NOT_FOUND", "There is no such comment.");
  return { ...(await findPlace(actor, found.indicatorId)), month: found.month };
}

export const approveCommentAction = defineAction(ApproveCommentInput, async (asker, { queue, ...input }, request) => {
  await approveComment(asker, input, request);
  return decided({ ...input, queue });
});

export const returnCommentAction = defineAction(ReturnCommentInput, async (asker, { queue, ...input }, request) => {
  await returnComment(asker, input, request);
  return decided({ ...input, queue });
});

export const withdrawApprovalAction = defineAction(
  WithdrawApprovalInput,
  async (asker, { queue, ...input }, request) => {
    await withdrawApproval(asker, input, request);
    return decided({ ...input, queue });
  },
);

const decided = ({ revisionId, queue }: { revisionId: string; queue: QueueAddress }) =>
  leadOn(paths.approvals({ decided: revisionId, ...queue }), { revisionId });
