import { inArray } from "drizzle-orm";
import { database } from "#db/client";
import { commentRevision } from "#db/schema/commentary";
import { wordsOf } from "#db/words";
import type { PersonActor } from "#lib/access/actor";
import { decisionsOpen } from "#lib/commentary/reading/decisions-open";
import { getApprovals } from "#lib/commentary/reading/get-approvals";
import type { HeadView } from "#lib/commentary/reading/head-view";
import type { AskedApprovals } from "#lib/commentary/reading/wanted-cells";

/** One comment among several: its words, and what it is approved by where nothing about it has to be looked at by itself. */
export type TogetherComment = {
  view: HeadView;
  words: string;
  approve: (NonNullable<ReturnType<typeof decisionsOpen>> & { request: string }) | null;
};

/** A page of all that waits for a head of service, each with its words: in two statements. */
export async function getTogether(actor: PersonActor, asked: Partial<AskedApprovals> = {}) {
  const approvals = await getApprovals(actor, asked);
  const newest = approvals.waiting.flatMap(({ state }) => ("revision" in state ? state.revision.id : []));
  const rows =
    newest.length === 0
      ? []
      : await database()
          .select({ id: commentRevision.id, body: wordsOf(commentRevision.words) })
          .from(commentRevision)
          .where(inArray(commentRevision.id, newest));
  const words = new Map(rows.map(({ id, body }) => [id, body]));
  const comment = (view: HeadView): TogetherComment => ({
    view,
    words: ("revision" in view.state && words.get(view.state.revision.id)) || "",
    approve: whatIsClean(actor, view),
  });
  return { ...approvals, comments: new Map(approvals.waiting.map((view) => [view, comment(view)])) };
}

/** Words that were submitted and can be approved as they stand; what lapsed is looked at by itself. */
function whatIsClean(actor: PersonActor, view: HeadView): TogetherComment["approve"] {
  const open = view.state.state === "submitted" ? decisionsOpen(actor, view) : null;
  return open?.approve && open.approve.whyNot === null ? { ...open, request: open.approve.request } : null;
}
