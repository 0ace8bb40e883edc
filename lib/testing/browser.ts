import { encode } from "next-auth/jwt";
import { cookieNames } from "#lib/access/cookie-names";
import { secret } from "#lib/access/secret";

const sent: { cookie: string | null; headers: Record<string, string> } = { cookie: null, headers: {} };

/** What stands for `next/headers` in a test of actions: what a browser sends with its cookie, with or without a script. */
export const browserHeaders = {
  cookies: async () => {
    const { cookie } = sent;
    return { get: (name: string) => (cookie && name === cookieNames().session ? { name, value: cookie } : undefined) };
  },
  headers: async () => new Headers(sent.headers),
};

/** Sends what follows as somebody who holds a session's token; null for nobody. */
export async function browseAs(token: string | null, { hasScript = true } = {}): Promise<void> {
  process.env.NEXTAUTH_URL ??= "http://localhost:3000";
  process.env.NEXTAUTH_SECRET ??= "a secret of the tests";
  sent.cookie = token && (await encode({ token: { token }, secret: secret() }));
  sent.headers = hasScript ? { "next-action": "a script's" } : {};
}

export function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}
