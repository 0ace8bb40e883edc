import { hkdfSync } from "node:crypto";
import { EncryptJWT, jwtDecrypt } from "jose";
import { secret } from "#lib/access/secret";

const keyFor = (purpose: string) => new Uint8Array(hkdfSync("sha256", secret(), "", `Candour ${purpose}`, 32));

/** What nobody can read or change who does not hold our secret, for so many seconds. */
export const seal = (purpose: string, given: object, seconds: number): Promise<string> =>
  new EncryptJWT({ given })
    .setProtectedHeader({ alg: "dir", enc: "A256GCM" })
    .setExpirationTime(Math.floor(Date.now() / 1000) + seconds)
    .encrypt(keyFor(purpose));

/** The same without an end. */
export const sealForGood = (purpose: string, given: object): Promise<string> =>
  new EncryptJWT({ given }).setProtectedHeader({ alg: "dir", enc: "A256GCM" }).encrypt(keyFor(purpose));

/** The same opened; null for what was not sealed here for this purpose, or is past its time. */
export async function open<T>(purpose: string, sealed: string | undefined): Promise<T | null> {
  const opened = sealed ? await jwtDecrypt(sealed, keyFor(purpose)).catch(() => null) : null;
  return (opened?.payload.given as T | undefined) ?? null;
}
