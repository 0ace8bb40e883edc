"use server";

import type { Asker } from "#lib/access/actor";
import { noteRead } from "#lib/access/asking";
import { defineAction, presentActor } from "#lib/actions/define-action";
import { leadOn } from "#lib/actions/lead-on";
import type { Result } from "#lib/actions/result";
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
import { type QueueAddress, readQueueAddress } from "#lib/commentary/queue-address";
import { returnComment } from "#lib/commentary/return-comment";
import { submitComment } from "#lib/commentary/submit-comment";
import { withdrawApproval } from "#lib/commentary/withdraw-approval";
import { withdrawComment } from "#lib/commentary/withdraw-comment";
import { paths } from "#lib/paths";
import { chosenRows } from "#lib/rules/chosen-rows";
import { writtenByField } from "#lib/rules/written-by";

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

const approveOne = defineAction(ApproveCommentInput, async (asker, { queue: _, ...input }, request) => {
  await approveComment(asker, input, request);
  return { revisionId: input.revisionId };
});

/** What became of several: how many were approved, and of each that was not, why. */
export type Several = { approved: number; refused: { revision: string; message: string }[]; next?: string };

/**
 * Several comments approved by one button, each by the same verb in its own transaction. When all of them were it leads
 * on; else it says of each why it was not, and where none was, that all of it was refused.
 */
export async function approveSeveralAction(_before: Result<Several> | null, form: FormData): Promise<Result<Several>> {
  const given = form instanceof FormData ? form : new FormData();
  const [writer, queue] = [given.get(writtenByField), given.get("queue")];
  const answers: { revision: string; answer: Awaited<ReturnType<typeof approveOne>> }[] = [];
  for (const fields of chosenRows(given.entries())) {
    const row = new FormData();
    for (const [field, value] of Object.entries(fields)) row.set(field, value);
    if (typeof writer === "string") row.set(writtenByField, writer);
    answers.push({ revision: fields.revision ?? "", answer: await approveOne(null, row) });
  }
  const refused = answers.flatMap(({ revision, answer }) => (answer.ok ? [] : { revision, ...answer }));
  const approved = answers.length - refused.length;
  const each = refused.map(({ revision, message }) => ({ revision, message }));
  if (answers.length === 0) {
    noteRead();
    const message = "Tick the comments to approve first.";
    return { ok: false, code: "INVALID", message, fields: {}, details: {}, typed: {} };
  }
  if (approved === 0) return { ...refused[0]!, details: { refused: each } };
  if (refused.length > 0) return { ok: true, value: { approved, refused: each } };
  const part = readQueueAddress(Object.fromEntries(new URLSearchParams(typeof queue === "string" ? queue : "")));
  return { ok: true, value: await leadOn(paths.together({ ...part, approved }), { approved, refused: each }) };
}

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
