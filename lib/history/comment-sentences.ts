import { aboutComment } from "#lib/history/about";
import type { Part, SentenceFacts, TrailEntry } from "#lib/history/entry";
import { rankIn, textOf } from "#lib/history/image";
import { shownFigure, shownValue, shownWords } from "#lib/history/shown-value";
import { cameToBe, did, monthIn, type Told } from "#lib/history/told";
import { levelOf } from "#lib/rules/labels";
import { monthName } from "#lib/rules/month";

export const commentSentence = (entry: TrailEntry): Told => did("began", aboutComment(entry));

export function revisionSentence(entry: TrailEntry, { wordsOf }: SentenceFacts): Told {
  const { before, after } = entry;
  const words = wordsOf(textOf(after, "words"));
  const detail = words && `“${words}”`;
  const revision = ofRevision(entry, textOf(after, "number"));
  if (!before && textOf(after, "source") === "import") return did("imported", aboutComment(entry), { detail });
  if (cameToBe(before, after, "withdrawn_at")) return did("withdrew", revision);
  const because = wordsOf(textOf(after, "stands_because"));
  const stands = because && `Asked about some of its words, which stand because: ${because}`;
  if (cameToBe(before, after, "submitted_at")) {
    return did("submitted", revision, { detail: [detail, stands].filter(Boolean).join(". ") });
  }
  return did(before ? "went on drafting" : "drafted", revision, { detail });
}

export function authorSentence(entry: TrailEntry, { nameOf }: SentenceFacts): Told {
  const author = nameOf(textOf(entry.after, "person_id")) ?? "somebody";
  return did("named", [
    { text: `${author} as an author of ` },
    ...ofRevision(entry, nameOf(textOf(entry.after, "revision_id"))),
  ]);
}

export function decisionSentence(entry: TrailEntry, facts: SentenceFacts): Told {
  const { after } = entry;
  const revision = ofRevision(entry, facts.nameOf(textOf(after, "revision_id")));
  const reason = facts.wordsOf(textOf(after, "reason"));
  const why = reason ? `Reason: ${reason}` : null;
  switch (textOf(after, "kind")) {
    case "returned":
      return did("returned", revision, { detail: why });
    case "withdrawn":
      return did("withdrew the approval of", revision, { detail: why });
    default:
      return did("approved", revision, {
        detail: [`For ${seen(entry, facts)}${besideIt(entry, facts)}`, why].filter(Boolean).join(". "),
      });
  }
}

// The figure and grade that the decision saw, which may have changed since.
function seen({ after }: TrailEntry, { grading }: SentenceFacts): string {
  const figure = textOf(after, "figure");
  if (figure === null) {
    const words = shownWords(shownValue(after, grading));
    return words === "nothing" ? "no figure" : `the figure ${words}`;
  }
  const grade = grading?.labels ? levelOf(grading.labels, rankIn(after, "grade")) : null;
  return `the figure ${shownWords({ ...shownFigure(figure, grading), grade })}`;
}

function besideIt({ after }: TrailEntry, { nameOf, grading }: SentenceFacts): string {
  const milestone = nameOf(textOf(after, "milestone_id"));
  const month = monthIn(after, "previous_month");
  const figure = textOf(after, "previous_figure");
  const said = figure === null ? nothingSaid(after) : shownFigure(figure, grading).figure;
  return [milestone && `, with the milestone ${milestone}`, month && `, after ${said} in ${monthName(month)}`].join("");
}

function nothingSaid(after: TrailEntry["after"]): string {
  const words = shownWords(shownValue({ missing: textOf(after, "previous_missing") }, null));
  return words === "nothing" ? "no figure" : words;
}

function ofRevision(entry: TrailEntry, number: string | null): Part[] {
  return [...(number ? [{ text: `revision ${number} of ` }] : []), ...aboutComment(entry)];
}
