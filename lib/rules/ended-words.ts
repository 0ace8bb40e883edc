/** Why a session is over: not used for so many hours, past its hours, or ended by somebody. */
export type Ended = { why: "idle" | "longest"; hours: number } | { why: "ended" };

/** "an hour", "8 hours" */
export const inHours = (hours: number) => (hours === 1 ? "an hour" : `${hours} hours`);

function because(ended: Ended): string {
  if (ended.why === "idle") return `You were signed out because Candour was not used for ${inHours(ended.hours)}.`;
  if (ended.why === "longest") return `You were signed out because every session ends after ${inHours(ended.hours)}.`;
  return "Your session was ended: by you from another place, with a change of your password, or by the performance officer.";
}

/** What whoever comes back after that is told, where they sign in again. */
export const endedWords = (ended: Ended): string => `${because(ended)} Sign in again to go on where you were.`;
