import { aboutComment, cellName } from "#lib/history/about";
import type { Part, TrailEntry } from "#lib/history/entry";
import { textOf } from "#lib/history/image";
import { refusalWords, signInRefusalWords } from "#lib/history/refusal-words";
import type { Told } from "#lib/history/told";
import { verbWords } from "#lib/history/verb-words";
import { monthName } from "#lib/rules/month";

/** "was refused: approve the comment on 2.4, December 2013", and why; a sign-in with how often. */
export function refusedSentence(entry: TrailEntry): Told {
  if (entry.verb === "session.start") return refusedSignIn(entry);
  return {
    parts: [{ text: "was " }, { text: "refused", as: "done" }, { text: ": " }, ...asked(entry)],
    detail: refusalWords(entry.code),
  };
}

function refusedSignIn({ code, after }: TrailEntry): Told {
  const attempts = textOf(after, "attempts") ?? "1";
  const times = attempts === "1" ? "" : `, ${attempts} times`;
  return {
    parts: [
      { text: "was " },
      { text: "refused", as: "done" },
      { text: ` sign-in (${signInRefusalWords(code)})${times}` },
    ],
  };
}

function asked(entry: TrailEntry): Part[] {
  const { infinitive } = verbWords(entry.verb);
  if (entry.verb.startsWith("month.") && entry.month) {
    return [{ text: infinitive.replace("a month", monthName(entry.month)) }];
  }
  if (infinitive.endsWith("a return") && entry.month) {
    return [{ text: infinitive.replace("a return", `the return for ${monthName(entry.month)}`) }];
  }
  if (!entry.ref) return [{ text: infinitive.replace(/ on$/, "") }];
  if (infinitive.endsWith("the comment on")) {
    return [{ text: infinitive.replace(/the comment on$/, "") }, ...aboutComment(entry)];
  }
  if (entry.verb.startsWith("actual.")) {
    const month = entry.month ? ` for ${monthName(entry.month)}` : "";
    return [{ text: `${infinitive} ` }, { text: entry.ref, as: "indicator" }, { text: month }];
  }
  return [{ text: `${infinitive}, ${cellName(entry)}` }];
}
