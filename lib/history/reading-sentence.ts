import type { TrailEntry } from "#lib/history/entry";
import type { Told } from "#lib/history/told";

/** What somebody took away, with what they asked for. */
export function readingSentence({ verb, after }: TrailEntry): Told {
  const what = verb === "history.export" ? "the history" : verb === "scorecard.export" ? "the scorecard" : "a page";
  const asked = Object.entries(after ?? {})
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(", ");
  return {
    parts: [{ text: verb.endsWith(".export") ? "exported" : "read", as: "done" }, { text: ` ${what}` }],
    detail: asked ? `Asked for: ${asked}` : null,
  };
}
