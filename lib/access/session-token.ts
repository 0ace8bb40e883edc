import { hkdfSync } from "node:crypto";
import { jwtDecrypt } from "jose";
import { cookieNames } from "#lib/access/cookie-names";
import { secret } from "#lib/access/secret";

type Jar = { get: (name: string) => { value: string } | undefined };

let kept: { of: string; key: Uint8Array } | undefined;

/** The key under which next-auth seals its cookies. It derives it anew each time, at the price of opening one twice. */
function sealingKey(): Uint8Array {
  const of = secret();
  if (kept?.of !== of) {
    kept = { of, key: new Uint8Array(hkdfSync("sha256", of, "", "NextAuth.js Generated Encryption Key", 32)) };
  }
  return kept.key;
}

/** The session's token out of the request's cookie, or null where there is none that we sealed. */
export async function sessionToken(jar: Jar): Promise<string | null> {
  const sealed = jar.get(cookieNames().session)?.value;
  // What cannot be opened was not sealed here, or is past its time: nobody. Clocks may differ by what next-auth allows.
  const opened = sealed ? await jwtDecrypt(sealed, sealingKey(), { clockTolerance: 15 }).catch(() => null) : null;
  return typeof opened?.payload.token === "string" ? opened.payload.token : null;
}
