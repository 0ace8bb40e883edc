import type { ExportForm } from "#db/vocabulary";

/** For how many days a file waits for who had it made, from when it is made; as files.keep says. */
export const keptDays = 7;

/** The most files that are kept of one person, and how large they may be together for another to be asked for; as files.ask says. */
export const keptMost = { files: 20, size: 200_000_000 };

type Facts = Record<"begunAt" | "madeAt" | "cancelledAt" | "failedAt" | "withdrawnAt", Date | null> & {
  /** By which it was made. */
  lostARole: boolean;
};

export type FileState = "waiting" | "making" | "made" | "cancelled" | "failed" | "withdrawn" | "barred";

/** How it stands with a file that somebody asked for. */
export function fileState({ begunAt, madeAt, cancelledAt, failedAt, withdrawnAt, lostARole }: Facts): FileState {
  if (withdrawnAt) return "withdrawn";
  if (madeAt) return lostARole ? "barred" : "made";
  if (cancelledAt) return "cancelled";
  if (failedAt) return "failed";
  return begunAt ? "making" : "waiting";
}

const endings = { PDF: "pdf", XLSX: "xlsx", CSV: "csv", "CSV for a spreadsheet": "csv" } as const;

/** What the name of a file in this form ends in. */
export const endingOf = (form: ExportForm) => endings[form];

/** What the name of a file says where small numbers stand in it that are hidden from readers. */
export const notForPublication = "-not-for-publication";
