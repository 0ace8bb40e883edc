import type { Direction } from "#db/vocabulary";
import { freeTextColumns } from "#db/words";
import type { Difference, SentenceFacts } from "#lib/history/entry";
import type { Image, ImageValue } from "#lib/history/image";
import { withMarks } from "#lib/rules/direction";
import { gradeWord, type Labels } from "#lib/rules/labels";
import { momentOf } from "#lib/rules/moment";
import { monthName, parseMonth } from "#lib/rules/month";
import { directionName } from "#lib/rules/which-is-better";

type Facts = Pick<SentenceFacts, "nameOf" | "wordsOf"> & { timeZone: string; labels: Labels | null };

const dull = new Set(["id", "version"]);

/** The columns that differ between a row's images, in words: ids as the names of what they stand for. */
export function differencesOf(before: Image | null, after: Image | null, facts: Facts): Difference[] {
  if (!after) return [];
  return Object.keys(after)
    .filter((column) => !dull.has(column))
    .map((column) => ({
      column: columnWords(column),
      before: withMarks(before ? wordsOf(column, before[column], facts) : ""),
      after: withMarks(wordsOf(column, after[column], facts)),
    }))
    .filter((row) => row.before !== row.after);
}

const columnWords = (column: string) => column.replace(/_id$/, "").replaceAll("_", " ");

function wordsOf(column: string, value: ImageValue | undefined, facts: Facts): string {
  if (freeTextColumns.has(column) && typeof value === "string") return facts.wordsOf(value) ?? "not for your role";
  if (column === "direction" && typeof value === "string") return directionName(value as Direction);
  if (column === "grade" && typeof value === "string") return gradeWord(facts.labels ?? [], Number(value));
  const month = /month$/.test(column) && typeof value === "string" ? parseMonth(value.slice(0, 7)) : null;
  return month ? monthName(month) : valueWords(value, facts);
}

/** What stood in the way of an edition: "2.3: no figure". */
const objectWords = (value: { [key: string]: ImageValue }) =>
  typeof value.ref === "string" && typeof value.words === "string"
    ? `${value.ref}: ${value.words}`
    : JSON.stringify(value);

const instant = /^\d{4}-\d\d-\d\dT[\d:.]+(?:\+00:00|Z)$/;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function valueWords(value: ImageValue | undefined, facts: Facts): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.map((one) => valueWords(one, facts)).join(", ");
  if (typeof value === "object") return objectWords(value);
  if (uuid.test(value)) return facts.nameOf(value) ?? value;
  return instant.test(value) ? momentOf(value, facts.timeZone) : value;
}
