import { type StateTagOf, stateTag } from "#components/commentary/state-tag";
import type { MissingSymbol } from "#db/vocabulary";
import type { HeadView } from "#lib/commentary/reading/head-view";
import { formatFigure } from "#lib/rules/figure";
import { type Level, levelOf } from "#lib/rules/labels";
import { momentName } from "#lib/rules/moment";
import { monthName } from "#lib/rules/month";

/** One comment of the queue in finished words. */
export type ApprovalRow = {
  revision: string;
  ref: string;
  measure: string;
  /** "December 2013 · Assessment · submitted 14 January 2014, 09:32" */
  said: string;
  figure: { figure: string; level: Level | null; provisional: boolean; estimated: boolean } | MissingSymbol | "blank";
  /** What is the matter with it, where it is more than submitted. */
  state: (StateTagOf & { because: string }) | null;
};

/** The row of a comment; null of one that was withdrawn by its team lead. */
export function approvalRow({ cell, state }: HeadView, timeZone: string): ApprovalRow | null {
  if (!("revision" in state)) return null;
  const { actual, present, labels, precision } = cell;
  return {
    revision: state.revision.id,
    ref: cell.ref,
    measure: cell.measure,
    said: [monthName(cell.month), cell.team?.name, happened(state, timeZone)].filter(Boolean).join(" · "),
    figure:
      actual?.value == null
        ? (present.missing ?? "blank")
        : {
            figure: formatFigure(actual.value, precision),
            level: levelOf(labels, present.grade),
            provisional: actual.provisional,
            estimated: actual.estimated,
          },
    state:
      state.state === "submitted"
        ? null
        : { ...stateTag(state.state), because: state.state === "lapsed" ? state.because : "" },
  };
}

function happened(state: HeadView["state"], timeZone: string): string {
  if ("decision" in state) return `${decided[state.decision.kind]} ${momentName(state.decision.decidedAt, timeZone)}`;
  if ("revision" in state && state.revision.submittedAt) {
    return `submitted ${momentName(state.revision.submittedAt, timeZone)}`;
  }
  return "imported";
}

const decided = { approved: "approved", returned: "returned", withdrawn: "approval withdrawn" };
