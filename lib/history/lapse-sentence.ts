import type { LapseCause, MissingSymbol } from "#db/vocabulary";
import { aboutComment } from "#lib/history/about";
import type { Part, SentenceFacts, TrailEntry } from "#lib/history/entry";
import { rankIn, textOf } from "#lib/history/image";
import { cameToBe, type Told } from "#lib/history/told";
import { whoOf } from "#lib/history/who-of";
import { figureSaid, whyLapsed } from "#lib/rules/commentary-status";

const acts: Record<LapseCause, string> = {
  figure: "changed the figure",
  bands: "changed the bands",
  definition: "changed the definition",
  levels: "changed the grades’ words",
  earlier: "found it so",
};

/** That an approval lapsed, why and by whose act, or that it holds again. */
export function lapseSentence(entry: TrailEntry, { approval }: SentenceFacts): Told {
  const { before, after, reason } = entry;
  const present = {
    figure: textOf(after, "figure"),
    missing: textOf(after, "missing") as MissingSymbol | null,
    grade: rankIn(after, "grade"),
  };
  const which: Part[] = approval
    ? [{ text: `The approval of ${approval.on} of revision ${approval.revision} of ` }]
    : [{ text: "The approval of " }];
  const about = [...which, ...aboutComment(entry), { text: " " }];
  const why = reason && `Reason: ${reason}`;
  const said = (act: string) => [`${whoOf(entry)} ${act}`, why].filter(Boolean).join(". ");
  if (cameToBe(before, after, "ended_at")) {
    const as = approval ? `: ${figureSaid(approval)} stands again as it was approved` : "";
    return {
      parts: [...about, { text: "holds", as: "done" }, { text: ` again${as}` }],
      isWhole: true,
      detail: said("changed it back"),
    };
  }
  const because = approval && whyLapsed(approval, present, approval.labels);
  return {
    parts: [...about, { text: "lapsed", as: "done" }, { text: because ? ` because ${because}` : "" }],
    isWhole: true,
    detail: said(acts[(textOf(after, "cause") ?? "figure") as LapseCause]),
  };
}
