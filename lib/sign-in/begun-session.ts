import type { NextRequest, NextResponse } from "next/server";
import { encode } from "next-auth/jwt";
import { cookieNames, cookieOptions } from "#lib/access/cookie-names";
import { browserCookie } from "#lib/access/known-browser";
import { secret } from "#lib/access/secret";
import { countRefusedSince } from "#lib/people/refused-sign-ins";
import { noticedCookie } from "#lib/sign-in/noticed-cookie";

/** The cookie outlives the session, so that whoever comes back can be told why it ended. */
export const cookieSeconds = 7 * 24 * 60 * 60;

/** The session's cookie as next-auth seals it. */
export const sessionCookie = async (token: string) => ({
  name: cookieNames().session,
  value: await encode({ token: { token }, secret: secret(), maxAge: cookieSeconds }),
  ...cookieOptions(),
  maxAge: cookieSeconds,
});

type Jar = Pick<NextRequest["cookies"], "get">;

/** By these the browser is remembered, and the next page says how many sign-ins to the account were refused since the last one. */
export async function rememberingCookies(jar: Jar, personId: string) {
  const refused = await countRefusedSince(personId);
  return [browserCookie(jar, personId), ...(refused?.attempts ? [noticedCookie(refused)] : [])];
}

export async function rememberBrowser(answer: NextResponse, { cookies }: NextRequest, personId: string) {
  for (const cookie of await rememberingCookies(cookies, personId)) answer.cookies.set(cookie);
}
