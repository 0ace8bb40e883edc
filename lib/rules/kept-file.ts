/** For how many days a file waits for who had it made, from when it is made; as files.keep says. */
export const keptDays = 7;

type Facts = Record<"begunAt" | "madeAt" | "cancelledAt" | "failedAt" | "withdrawnAt", Date | null>;

export type FileState = "waiting" | "making" | "made" | "cancelled" | "failed" | "withdrawn";

/** How it stands with a file that somebody asked for. */
export function fileState({ begunAt, madeAt, cancelledAt, failedAt, withdrawnAt }: Facts): FileState {
  if (withdrawnAt) return "withdrawn";
  if (madeAt) return "made";
  if (cancelledAt) return "cancelled";
  if (failedAt) return "failed";
  return begunAt ? "making" : "waiting";
}
