import { type SQL, sql } from "drizzle-orm";
import type { Sentence, SentenceFacts, TrailEntry } from "#lib/history/entry";
import { marked, sentenceOf } from "#lib/history/sentence";
import { fromMonthOf } from "#lib/history/told";
import { whoParts } from "#lib/history/who-of";
import { countWords } from "#lib/rules/whole-number";

/** Tables whose row tells what an action was about, most telling first; the others only fill it in. */
const tellingTables = [
  "redaction",
  "import",
  "restatement",
  "comment_decision",
  "return_submission",
  "invitation",
  "password_reset",
  "comment_revision",
  "actual",
  "edition",
  "scorecard_month",
  "credential",
  "openid_link",
  "second_factor",
  "role_grant",
  "session",
  "person",
  "scorecard",
  "milestone",
  "label_set",
  "section",
  "indicator_definition",
] as const;

/** To put an action's entries in order by: who was disabled before the sessions that ended by it, and that somebody signed in before the code that they used, that somebody came before what they hold; a lapse is what came of the others. */
export const tellingFirst = (entry: string): SQL =>
  sql.raw(
    `case when (${entry}.table_name, ${entry}.operation) in (('person', 'changed'), ('session', 'created')) or (${entry}.table_name, ${entry}.verb) = ('person', 'sign_in_rule.follow') then 0 else coalesce(array_position('{${tellingTables.join(",")}}'::text[], ${entry}.table_name), case ${entry}.table_name when 'lapse' then 100 else 99 end) end`,
  );

/** How many entries, of how many indicators where each is of one (0 otherwise); of how many approvals those say that they lapsed, and that they hold again. */
export type Wrote = { total: number; indicators: number; lapsed: number; held: number };

/** One sentence for all that an action wrote: that of its most telling entry, or how much a command or an import wrote; and how many approvals lapsed by it. */
export function groupHeadline(entry: TrailEntry, facts: SentenceFacts, { lapsed, held, ...wrote }: Wrote): Sentence {
  const total = entry.table === "lapse" ? wrote.total : wrote.total - lapsed - held;
  const headline = marked(headlineOf(entry, facts, { ...wrote, total }));
  if (entry.table === "lapse" && wrote.total === 1) return headline;
  const also = [ofApprovals(lapsed, "lapsed"), ofApprovals(held, held === 1 ? "holds again" : "hold again")].filter(
    Boolean,
  );
  if (also.length === 0) return headline;
  return { ...headline, detail: [headline.detail?.replace(/[.]$/, ""), ...also].filter(Boolean).join(". ") };
}

const ofApprovals = (count: number, became: string): string | null =>
  count === 0 ? null : `${count === 1 ? "An approval" : `${countWords(count)} approvals`} ${became}`;

type Written = Pick<Wrote, "total" | "indicators">;

function headlineOf(entry: TrailEntry, facts: SentenceFacts, { total, indicators }: Written): Sentence {
  if (entry.verb === "import.answer" && total > 1) return answeredHeadline(entry);
  const blockDone = total > 1 ? ofBlocks[entry.verb] : undefined;
  if (blockDone) return blockHeadline(entry, blockDone, total);
  if (entry.verb === "indicator.define" && indicators > 1) return severalHeadline(entry, indicators);
  const saidOfIndicator = total > 1 ? ofIndicator[entry.verb] : undefined;
  if (saidOfIndicator) return indicatorHeadline(entry, saidOfIndicator);
  const isWhole = total === 1 || entry.table === "import" || entry.table === "invitation";
  if (entry.verb === "import.commit" && !isWhole) return importedHeadline(entry, indicators === 1 ? null : total);
  if (isWhole || (entry.kind !== "operator" && entry.kind !== "migration")) return sentenceOf(entry, facts);
  return {
    parts: [...whoParts(entry), { text: "wrote", as: "done" }, { text: ` ${countWords(total)} rows` }],
    change: null,
    detail: entry.reason && `Reason: ${entry.reason}`,
  };
}

const ofBlocks: Record<string, [done: string, what: string]> = {
  "actual.paste": ["pasted", ""],
  "actual.take_back": ["took back", " a paste of"],
};

function blockHeadline(entry: TrailEntry, [done, what]: [string, string], figures: number): Sentence {
  return {
    parts: [...whoParts(entry), { text: done, as: "done" }, { text: `${what} ${countWords(figures)} figures` }],
    change: null,
    detail: entry.reason && `Reason: ${entry.reason}`,
  };
}

const ofIndicator: Record<string, [done: string, what: string, of: string]> = {
  "indicator.add": ["added", "the indicator", ""],
  "indicator.define": ["changed", "what", " is"],
  "milestones.set": ["set", "milestones of", ""],
  "indicator.move": ["moved", "", ""],
};

/** Of several things set of one indicator; from which month, where the entry that stands for them says that. */
function indicatorHeadline(entry: TrailEntry, [done, what, is]: [string, string, string]): Sentence {
  const isSet = (!entry.before || entry.verb === "indicator.move") && entry.table !== "milestone";
  return {
    parts: [
      ...whoParts(entry),
      { text: done, as: "done" },
      { text: what ? ` ${what} ` : " " },
      { text: entry.ref ?? "an indicator", as: "indicator" },
      { text: `${is}${isSet ? fromMonthOf(entry.after) : ""}` },
    ],
    change: null,
    detail: entry.reason && `Reason: ${entry.reason}`,
  };
}

/** Of what was set of several indicators at once. */
function severalHeadline(entry: TrailEntry, indicators: number): Sentence {
  return {
    parts: [
      ...whoParts(entry),
      { text: "changed", as: "done" },
      { text: ` what ${countWords(indicators)} indicators are${fromMonthOf(entry.after)}` },
    ],
    change: null,
    detail: entry.reason && `Reason: ${entry.reason}`,
  };
}

function answeredHeadline(entry: TrailEntry): Sentence {
  const file = entry.importFile ? `the import of “${entry.importFile}”` : "an import";
  return {
    parts: [...whoParts(entry), { text: "answered", as: "done" }, { text: ` the doubts of ${file}` }],
    change: null,
    detail: null,
  };
}

function importedHeadline(entry: TrailEntry, rows: number | null): Sentence {
  const file = entry.importFile ? ` from “${entry.importFile}”` : "";
  return {
    parts: [
      ...whoParts(entry),
      { text: "imported", as: "done" },
      { text: " " },
      rows === null ? { text: entry.ref ?? "", as: "indicator" } : { text: `${countWords(rows)} rows` },
      { text: file },
    ],
    change: null,
    detail: null,
  };
}
