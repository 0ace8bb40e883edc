import { aboutComment, cellName } from "#lib/history/about";
import type { Part, SentenceFacts, TrailEntry } from "#lib/history/entry";
import { textOf } from "#lib/history/image";
import { refusalWords, signInRefusalWords } from "#lib/history/refusal-words";
import type { Told } from "#lib/history/told";
import { triedWords } from "#lib/history/tried-words";
import { verbWords } from "#lib/history/verb-words";
import { monthName } from "#lib/rules/month";

/** "was refused: approve the comment on 2.4, December 2013", what was tried and why; a sign-in with how often; a page with its address. */
export function refusedSentence(entry: TrailEntry, facts: SentenceFacts): Told {
  if (entry.verb === "session.start") return refusedSignIn(entry);
  if (isReading(entry)) return openedPage(entry);
  return {
    parts: [
      { text: "was " },
      { text: "refused", as: "done" },
      { text: ": " },
      ...asked(entry),
      { text: triedWords(entry.after, facts) },
    ],
    detail: refusalWords(entry.code, entry.verb),
  };
}

/** Who only looked tried nothing of what the page is for. */
const isReading = ({ verb, code }: TrailEntry) =>
  code === "WRONG_ROLE" && (verb === "page.open" || (/\.(read|list)$/.test(verb) && verb !== "import.read"));

function openedPage({ after }: TrailEntry): Told {
  const page = textOf(after, "page");
  return {
    parts: [{ text: "opened", as: "done" }, { text: ` a page that is not for their role${page ? `: ${page}` : ""}` }],
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
