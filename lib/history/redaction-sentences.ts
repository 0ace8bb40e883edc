import type { SentenceFacts, TrailEntry } from "#lib/history/entry";
import { textOf } from "#lib/history/image";
import { cameToBe, did, type Told } from "#lib/history/told";

/** Words that were proposed to go, on whose authority; and what became of it. The words themselves are not said. */
export function redactionSentence({ before, after }: TrailEntry, { wordsOf }: SentenceFacts): Told {
  const authority = wordsOf(textOf(after, "authority"));
  const detail = authority && `On the authority of: ${authority}`;
  if (cameToBe(before, after, "confirmed_at")) return did("confirmed", " a redaction", { detail });
  if (cameToBe(before, after, "withdrawn_at")) return did("withdrew", " a redaction that they had proposed");
  if (cameToBe(before, after, "refused_at")) {
    const why = wordsOf(textOf(after, "refused_reason"));
    return did("refused", " a redaction", { detail: why && `Reason: ${why}` });
  }
  const what = textOf(after, "passage") === null ? "some words" : "a passage";
  return did("proposed", ` to redact ${what}`, { detail });
}

/** One text that went: all of it, or a passage. */
export const redactedSentence = ({ after }: TrailEntry): Told =>
  did("redacted", textOf(after, "remaining") === null ? " a text" : " a passage of a text");
