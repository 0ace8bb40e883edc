import { hkdfSync } from "node:crypto";
import { jwtDecrypt } from "jose";
import { LRUCache } from "lru-cache";
import { cookieNames } from "#lib/access/cookie-names";
import { secret } from "#lib/access/secret";

type Jar = { get: (name: string) => { value: string } | undefined };

/** What a cookie holds, and when it is past its time, in milliseconds. */
type Opened = { token: string; ends: number };

let kept: { of: string; key: Uint8Array; opened: LRUCache<string, Opened> } | undefined;

/** The key under which next-auth seals its cookies, which it derives anew each time; and what was opened with it: a cookie holds the same each time. */
function opener() {
  const of = secret();
  if (kept?.of !== of) {
    const key = new Uint8Array(hkdfSync("sha256", of, "", "NextAuth.js Generated Encryption Key", 32));
    kept = { of, key, opened: new LRUCache({ maxSize: 500_000, sizeCalculation: (_, sealed) => sealed.length }) };
  }
  return kept;
}

// Clocks may differ by what next-auth allows.
const clockTolerance = 15;

/** The session's token out of the request's cookie, or null where there is none that we sealed. */
export async function sessionToken(jar: Jar): Promise<string | null> {
  const sealed = jar.get(cookieNames().session)?.value;
  if (!sealed) return null;
  const { key, opened } = opener();
  const before = opened.get(sealed);
  if (before && before.ends > Date.now()) return before.token;
  // What cannot be opened was not sealed here, or is past its time: nobody.
  const { token, exp } = (await jwtDecrypt(sealed, key, { clockTolerance }).catch(() => null))?.payload ?? {};
  if (typeof token !== "string") return null;
  if (exp) opened.set(sealed, { token, ends: (exp + clockTolerance) * 1000 });
  return token;
}
