import { type EditionName, editionWords } from "#lib/rules/edition";
import { momentSeconds } from "#lib/rules/moment";

/** Who made a file, when, and of what: an edition, a cut, or live figures as of one; and in what time zone it tells times. */
export type Made = {
  timeZone: string;
  by: string;
  at: Date;
  of: string;
  local: string;
  utc: string;
  line: string;
};

export function madeOf({
  by,
  at,
  of,
  cut,
  timeZone,
}: {
  by: string;
  at: Date;
  of: { edition?: EditionName } | null;
  cut: number;
  timeZone: string;
}): Made {
  const what = of?.edition
    ? editionWords(of.edition).replace(/^e/, "E")
    : of
      ? `Cut ${cut}`
      : `Live figures, as of cut ${cut}`;
  const local = `${momentSeconds(at, timeZone)} (${timeZone})`;
  const utc = `${momentSeconds(at, "UTC")} (UTC)`;
  return { timeZone, by, at, of: what, local, utc, line: `${what}. Made by ${by}, ${local}, which is ${utc}.` };
}
