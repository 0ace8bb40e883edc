import { cookieNames, cookieOptions } from "#lib/access/cookie-names";
import { open, seal } from "#lib/access/sealed";

/** An account that its issuer vouched for, until the person of that session says with their password that it is theirs. */
export type Adding = { sessionId: string; issuer: string; subject: string; called: string };

type Jar = { get: (name: string) => { value: string } | undefined };

const seconds = 10 * 60;

export const addingCookie = async (adding: Adding) => ({
  name: cookieNames().openIdAdding,
  value: await seal("OpenID account to add", adding, seconds),
  ...cookieOptions(),
  maxAge: seconds,
});

/** Of the session that asked for it alone. */
export async function readAdding(jar: Jar, sessionId: string): Promise<Adding | null> {
  const adding = await open<Adding>("OpenID account to add", jar.get(cookieNames().openIdAdding)?.value);
  return adding?.sessionId === sessionId ? adding : null;
}

export const noAddingCookie = () => ({ name: cookieNames().openIdAdding, value: "", ...cookieOptions(), maxAge: 0 });
