import type { Answer } from "#bench/ask";
import { saidIn } from "#hammer/actions";
import type { Answered } from "#hammer/expected";

const statuses: Record<number, Answered> = { 401: "signed out", 403: "wrong role", 404: "not theirs" };

/** What a page or a route answered, in the same words as what is expected; its status where it is none of them. */
export function answeredByRoute({ status, headers, body }: Answer): string {
  // To a script Next says inside of an answer what a browser is answered.
  const inside = /NEXT_HTTP_ERROR_FALLBACK;(\d+)|NEXT_REDIRECT;\w+;([^;"]+)/.exec(body);
  const next = inside?.[2] ?? headers.location ?? "";
  if (/^(https?:\/\/[^/]+)?\/sign-in/.test(next)) return "signed out";
  const said = Number(inside?.[1] ?? status);
  return said < 400 ? "let in" : (statuses[said] ?? String(said));
}

const codes: Record<string, Answered> = {
  SESSION_ENDED: "signed out",
  WRONG_ROLE: "wrong role",
  WRONG_SCOPE: "not theirs",
  NOT_FOUND: "not theirs",
};

/** The same of an action; its code where it is another one. */
export function answeredByAction(answer: Answer): string {
  const { status, isDone, code } = saidIn(answer);
  if (status >= 400) return String(status);
  if (isDone && code === null) return "let in";
  return code === null ? "nothing" : (codes[code] ?? code);
}

/** What no answer may show: how the program is made, where it failed, what it asked of the database. */
const inner =
  /node_modules|\.next\/server|\bat \w+ \(.*:\d+:\d+\)|DrizzleQueryError|Failed query|invalid input syntax|violates \w+ constraint|syntax error at or near/;

/** What is wrong with an answer whoever asked: a fault of ours, or a look behind the door. Null for nothing. */
export function faultIn({ status, body }: Answer): string | null {
  if (status >= 500) return `answered ${status}`;
  const shown = inner.exec(body)?.[0];
  return shown ? `shows "${shown}"` : null;
}
