import type { GoneForm } from "#components/kept/left-over";
import type { HeadView } from "#lib/commentary/reading/head-view";

const stands: Partial<Record<HeadView["state"]["state"], string>> = {
  approved: "is approved by now",
  returned: "is returned by now",
  "approval withdrawn": "is not to be returned: its approval was withdrawn",
};

/** Which reasons can be given still. */
type Open = { giveBack: { whyNot: string | null } | null; withdraw: { revision: string } | null };

/** The reasons that somebody may have typed for a decision on this comment that nobody can take any more, and why. */
export function goneReasons({ cell, state }: HeadView, open: Open | null): GoneForm[] {
  const newest = "revision" in state ? state.revision : null;
  const whyNotReturned = (id: string, number: number) => {
    if (!newest) return "The comment was withdrawn by its team lead.";
    if (id !== newest.id) return `Revision ${newest.number} took the place of revision ${number}.`;
    return open?.giveBack?.whyNot ?? `Revision ${number} ${stands[state.state] ?? "is not to be decided on"}.`;
  };
  return cell.revisions.flatMap(({ id, number }) => [
    ...(id === newest?.id && open?.giveBack?.whyNot === null
      ? []
      : [{ name: reasonName("return", id), saved: {}, why: whyNotReturned(id, number) }]),
    ...(id === open?.withdraw?.revision
      ? []
      : [{ name: reasonName("withdraw", id), saved: {}, why: `No approval of revision ${number} holds any more.` }]),
  ]);
}

/** By what name a reason is kept while it is typed. */
export const reasonName = (decision: "return" | "withdraw", revision: string) => `${decision} ${revision}`;
