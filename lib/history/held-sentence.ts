import type { Part, SentenceFacts, TrailEntry } from "#lib/history/entry";
import { type Image, textOf } from "#lib/history/image";
import { cameToBe, did, fromMonthOf, monthIn, type Told } from "#lib/history/told";
import { dateName } from "#lib/rules/moment";
import { monthName } from "#lib/rules/month";

/** Of what holds on one day. */
function dayOf(image: Image | null): string | null {
  const day = textOf(image, "day");
  return day && ` ${dateName(day)}`;
}

type Telling = (entry: TrailEntry, facts: SentenceFacts) => Told;

/** Of what holds from a month on: that it was set, as it has its own sentence for; that it was withdrawn and why; that it ended. */
export const heldSentence =
  (what: string, wasSet: Telling): Telling =>
  (entry, facts) => {
    const { before, after, ref, month, table } = entry;
    const of: Part[] = ref ? [{ text: " of " }, { text: ref, as: "indicator" }] : [];
    const when = table === "milestone" && month ? ` for ${monthName(month)}` : (dayOf(after) ?? fromMonthOf(after));
    const about = [{ text: what }, ...of, { text: when }];
    if (cameToBe(before, after, "withdrawn_at")) {
      const reason = facts.wordsOf(textOf(after, "withdrawn_reason"));
      return did("withdrew", about, { detail: reason && `Reason: ${reason}` });
    }
    if (cameToBe(before, after, "ended_at")) {
      const last = monthIn(after, "to_month");
      return did("ended", [...about, { text: last ? `, after ${monthName(last)}` : "" }]);
    }
    return wasSet(entry, facts);
  };
