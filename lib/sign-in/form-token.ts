import { createHash } from "node:crypto";
import { cookieNames } from "#lib/access/cookie-names";
import { secret } from "#lib/access/secret";

type Jar = { get: (name: string) => { value: string } | undefined };

/** The token that next-auth wants back from a form, out of its cookie; null where that is missing or not ours. */
export function formToken(jar: Jar): string | null {
  const [token = "", hash] = jar.get(cookieNames().csrf)?.value.split("|") ?? [];
  return hash ===
    createHash("sha256")
      .update(token + secret())
      .digest("hex")
    ? token
    : null;
}
