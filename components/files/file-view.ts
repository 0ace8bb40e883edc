import type { ExportForm, NotMadeCode } from "#db/vocabulary";
import type { ListedFile } from "#lib/files/list-files";
import { editionWords, parseEdition } from "#lib/rules/edition";
import { endingOf, type FileState, fileState, notForPublication } from "#lib/rules/kept-file";
import { dayName, momentName } from "#lib/rules/moment";
import { monthName } from "#lib/rules/month";

/** A file in words: what it is of, and how it stands with it. */
export type FileView = {
  id: string;
  state: FileState;
  title: string;
  ending: string;
  of: string;
  said: string;
  progress: { done: number; parts: number } | null;
};

const notMade: Record<NotMadeCode, string> = {
  NO_BROWSER: "There is no Chromium here to print it with: tell whoever keeps the server. Then ask for it again.",
  NOT_ALLOWED: "What it was to be of is not for your role any more.",
  NOTHING: "There was nothing to put in it: the scorecard had no such months then.",
  TOO_LARGE: "It was larger than the 100 MB that are kept of one file. Ask for fewer months.",
  GAVE_UP: "It failed each time it was tried. Ask for it again; if that fails too, tell whoever keeps the server.",
};

const kinds: Record<ExportForm, string> = {
  PDF: "Board pack",
  XLSX: "Workbook",
  CSV: "CSV",
  "CSV for a spreadsheet": "CSV for a spreadsheet",
};

export function fileView(file: ListedFile, timeZone: string): FileView {
  const state = fileState(file);
  const { id, scorecard, form, paper, from, to, done, parts, askedAt } = file;
  const whole = file.name.includes(notForPublication) ? ", not for publication" : "";
  const small = file.hidesSmall ? ", small numbers hidden" : whole;
  return {
    id,
    state,
    title: `${kinds[form]} of ${scorecard}, ${ofWhat(file)}${paper ? `, on ${paper}` : ""}${small}`,
    ending: endingOf(form).toUpperCase(),
    of: `${from === to ? monthName(from) : `${monthName(from)} to ${monthName(to)}`} · cut ${file.cut} · asked for ${momentName(askedAt, timeZone)}`,
    said: saidOf(file, state, timeZone),
    progress: state === "making" && parts !== null ? { done, parts } : null,
  };
}

function ofWhat({ edition, isLive, cut }: ListedFile): string {
  const named = edition ? parseEdition(edition) : null;
  if (named?.number) return editionWords({ month: named.month, number: named.number });
  return isLive ? "live figures" : `as it stood at cut ${cut}`;
}

function saidOf(file: ListedFile, state: FileState, timeZone: string): string {
  const { done, parts, madeAt, cancelledAt, why, withdrawnAt, goesAt, size } = file;
  const on = (at: Date | null) => (at ? momentName(at, timeZone) : "");
  switch (state) {
    case "waiting":
      return "One is made after the other.";
    case "making":
      return parts === null ? "Its figures are read." : making(file, done, parts);
    case "made":
      return `${on(madeAt)}, ${sizeWords(size ?? 0)}. It is deleted on ${dayName(goesAt, timeZone)}.`;
    case "cancelled":
      return `${on(cancelledAt)}.`;
    case "failed":
      return notMade[why ?? "GAVE_UP"];
    case "barred":
      return `A role by which it was made is yours no more. It is deleted on ${dayName(goesAt, timeZone)}; ask for it anew for what you may have now.`;
    case "withdrawn":
      return `${on(withdrawnAt)}, because words that may stand in it were redacted. Ask for it again: it will be without them.`;
  }
}

const making = ({ form }: ListedFile, done: number, parts: number): string =>
  done === parts - 1 ? (form === "PDF" ? "It is printed." : "It is put away.") : `${done} of ${parts} parts are done.`;

export const sizeWords = (size: number): string =>
  size < 1_000_000 ? `${Math.max(1, Math.round(size / 1000))} kB` : `${Number((size / 1_000_000).toFixed(1))} MB`;
