import { randomUUID } from "node:crypto";
import { inWhoseName, type PersonActor } from "#lib/access/actor";
import { whyNotDecideHere } from "#lib/commentary/gates/require-decider";
import { whyOwnWords } from "#lib/commentary/gates/require-others-words";
import type { HeadView } from "#lib/commentary/reading/head-view";
import { type CommentState, figureSaid, shownComment } from "#lib/rules/commentary-status";

const approvable: readonly CommentState["state"][] = ["submitted", "lapsed", "approval withdrawn"];
const returnable: readonly CommentState["state"][] = ["submitted", "lapsed"];

/** Which decisions a head of service can take on a comment now, or why not, by the rules that their verbs ask. */
export function decisionsOpen(actor: PersonActor, { cell, state, shown }: HeadView) {
  if (!("revision" in state) || state.revision.source === "import") return null;
  const { revision } = state;
  const onShow = shown?.kind === "approved" ? shown.revision : null;
  const { version = 0 } = cell.actual ?? {};
  const whyNot = whyNotDecideHere(actor, cell)?.message ?? null;
  return {
    revision: revision.id,
    number: revision.number,
    inNameOf: inWhoseName(actor, cell.team?.id)?.head ?? null,
    approve: approvable.includes(state.state)
      ? { request: randomUUID(), whyNot: whyNot ?? whyOwnWords(actor, revision, cell) }
      : null,
    giveBack: returnable.includes(state.state) ? { request: randomUUID(), whyNot } : null,
    withdraw: onShow && {
      request: randomUUID(),
      revision: onShow.id,
      number: onShow.number,
      after: afterWithdrawal(cell, onShow.id),
    },
    seen: { ...cell.present, version, words: seenWords(cell) },
  };
}

function seenWords({ present }: HeadView["cell"]): string {
  return present.figure === null ? `“${figureSaid(present)}”` : `the figure ${figureSaid(present)}`;
}

function afterWithdrawal({ revisions, present, labels }: HeadView["cell"], revisionId: string): string {
  const left = shownComment(
    revisions.filter(({ id }) => id !== revisionId),
    present,
    labels,
  );
  if (left?.kind === "approved") {
    return `The words leave the scorecard, which then shows revision ${left.revision.number} again, approved before.`;
  }
  if (left?.kind === "imported") return "The words leave the scorecard, which then shows the imported ones again.";
  return "The words leave the scorecard, which then shows no comment here.";
}
