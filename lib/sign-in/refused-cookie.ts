import { cookieNames, cookieOptions } from "#lib/access/cookie-names";

/** What the sign-in page keeps after it refused: for a minute in a cookie, because an address stays in histories and logs. */
export type RefusedSignIn = { email: string; until?: string };

export function refusedCookie(refused: RefusedSignIn) {
  const value = Buffer.from(JSON.stringify(refused)).toString("base64url");
  return { name: cookieNames().refused, value, ...cookieOptions(), maxAge: 60 };
}

export function readRefused(value: string | undefined): RefusedSignIn {
  try {
    const { email, until } = JSON.parse(Buffer.from(value ?? "", "base64url").toString());
    return { email: String(email ?? ""), until: Number.isNaN(Date.parse(until)) ? undefined : String(until) };
  } catch {
    return { email: "" };
  }
}
