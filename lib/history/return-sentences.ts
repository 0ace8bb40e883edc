import type { SentenceFacts, TrailEntry } from "#lib/history/entry";
import { textOf } from "#lib/history/image";
import { cameToBe, did, type Told } from "#lib/history/told";
import { momentOf } from "#lib/rules/moment";
import { monthName } from "#lib/rules/month";

function ofReturn({ after, month }: TrailEntry, { nameOf }: SentenceFacts): string {
  const [team, scorecard] = [nameOf(textOf(after, "team_id")), nameOf(textOf(after, "scorecard_id"))];
  return ` the ${team ?? "team’s"} return for ${month ? monthName(month) : "a month"}${scorecard ? `, ${scorecard}` : ""}`;
}

export const submissionSentence = (entry: TrailEntry, facts: SentenceFacts): Told =>
  did("submitted", ofReturn(entry, facts));

/** A return that was asked to be reopened, and why; was reopened, until when and why; or was not, or was asked no more. */
export function reopeningSentence(entry: TrailEntry, facts: SentenceFacts): Told {
  const { before, after } = entry;
  const why = (column: string) => {
    const words = facts.wordsOf(textOf(after, column));
    return words && `Reason: ${words}`;
  };
  if (cameToBe(before, after, "withdrawn_at"))
    return did("took back", ` the request to reopen${ofReturn(entry, facts)}`);
  if (cameToBe(before, after, "refused_at")) {
    return did("refused", ` to reopen${ofReturn(entry, facts)}`, { detail: why("refused_reason") });
  }
  if (!cameToBe(before, after, "reopened_at")) {
    return did("asked", ` to reopen${ofReturn(entry, facts)}`, { detail: why("asked_reason") });
  }
  const until = textOf(after, "reopened_until");
  const moment = until ? ` until ${momentOf(until)}` : "";
  return did("reopened", `${ofReturn(entry, facts)}${moment}`, {
    detail: why("reopened_reason") ?? why("asked_reason"),
  });
}
