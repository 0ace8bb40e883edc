import { apart } from "#lib/rules/direction";
import { type EditionName, editionWords } from "#lib/rules/edition";
import { momentSeconds } from "#lib/rules/moment";
import { smallInFile } from "#lib/rules/small/small-words";
import { wholeNumber } from "#lib/rules/whole-number";

/** A head of the sealed history: of how many leaves, and their root in base64. */
export type Sealed = { size: string; root: string };

/**
 * Who made a file, when, and of what: an edition, a cut, or live figures as of one; whether its small
 * numbers are hidden; in what time zone it tells times; and by which head the history was sealed then, which an auditor may hold.
 */
export type Made = {
  timeZone: string;
  by: string;
  at: Date;
  of: string;
  local: string;
  utc: string;
  line: string;
  /** What it says of its small numbers; null where none is hidden from anybody. */
  small: keyof typeof smallInFile | null;
  sealed: Sealed | null;
};

/** "2,455 leaves, root oQ…=" */
export const sealedWords = ({ size, root }: Sealed): string => `${wholeNumber(Number(size))} leaves, root ${root}`;

export function madeOf({
  by,
  at,
  of,
  cut,
  timeZone,
  small = null,
  sealed = null,
}: {
  by: string;
  at: Date;
  of: { edition?: EditionName } | null;
  cut: number;
  timeZone: string;
  small?: keyof typeof smallInFile | null;
  sealed?: Sealed | null;
}): Made {
  const edition = of?.edition
    ? editionWords(of.edition).replace(/^e/, "E")
    : of
      ? `Cut ${cut}`
      : `Live figures, as of cut ${cut}`;
  const what = small ? `${edition}; ${smallInFile[small]}` : edition;
  const local = `${momentSeconds(at, timeZone)} (${timeZone})`;
  const utc = `${momentSeconds(at, "UTC")} (UTC)`;
  return {
    ...{ timeZone, by, at, of: what, local, utc, sealed },
    line: `${what}. Made by ${apart(by)}, ${local}, which is ${utc}.`,
    small,
  };
}
