import type { TrailEntry } from "#lib/history/entry";
import { textOf } from "#lib/history/image";
import { did, monthIn, type Told } from "#lib/history/told";
import { editionWords, parseEdition } from "#lib/rules/edition";
import { monthName } from "#lib/rules/month";
import { smallInFile } from "#lib/rules/small/small-words";

/** What somebody took away, with what they asked for. */
export function readingSentence({ verb, after }: Pick<TrailEntry, "verb" | "after">): Told {
  if (verb === "scorecard.export") return exportedScorecard(after);
  const asked = Object.entries(after ?? {})
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(", ");
  const what = verb === "history.export" ? "the history" : "a page";
  return did(verb.endsWith(".export") ? "exported" : "read", ` ${what}`, {
    detail: asked ? `Asked for: ${asked}` : null,
  });
}

/** The scorecard by the name it had then, in the form it was taken away in; what was entered before forms were says none. */
function exportedScorecard(asked: TrailEntry["after"]): Told {
  const [from, to] = [monthIn(asked, "from"), monthIn(asked, "to")];
  const [cut, edition] = [textOf(asked, "cut"), parseEdition(textOf(asked, "edition") ?? "")];
  const months = from && to ? `Asked for: ${monthName(from)} to ${monthName(to)}` : null;
  const moment = edition?.number ? editionWords({ ...edition, number: edition.number }) : cut && `cut ${cut}`;
  const detail = months && moment ? `${months}, as of ${moment}` : months;
  const [named, form] = [textOf(asked, "scorecard"), textOf(asked, "form")];
  const small = textOf(asked, "small");
  const inFile = small && small in smallInFile ? smallInFile[small as keyof typeof smallInFile] : null;
  const what = ["the scorecard", named, form && `as ${form}`, inFile && `with ${inFile}`].filter(Boolean).join(" ");
  return did("exported", ` ${what}`, { detail });
}
