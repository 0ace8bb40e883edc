import { parseDay } from "#lib/rules/day";
import { dateName } from "#lib/rules/moment";

const before: Record<string, string> = { accepted: "Your account is accepted. ", begins: "You are not signed in. " };

/** What is said of "accepted-2026-12-01" to who signs in before their role begins; null for what is none of it. */
export function firstDayWords(done: string): string | null {
  const [, what = "", typed = ""] = /^(accepted|begins)-(.*)$/.exec(done) ?? [];
  const day = parseDay(typed);
  return day && `${before[what]}Your role begins on ${dateName(day)}: sign in then.`;
}
