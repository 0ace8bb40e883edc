import { Secret, TOTP } from "otpauth";

/** A code counts for so many seconds. */
export const stepSeconds = 30;

/** Clocks may differ by so many steps. */
const window = 1;

/** What every app takes: the others of RFC 6238 are passed over by some, without a word. */
const kind = { algorithm: "SHA1", digits: 6, period: stepSeconds } as const;

/** A secret as it is typed into an app: 160 random bits, in base32. */
export const newSecret = (): string => new Secret({ size: 20 }).base32;

/** What an app reads of a picture: the secret, whose it is, and of which installation. */
export const keyUri = (secret: string, { issuer, label }: { issuer: string; label: string }): string =>
  new TOTP({ ...kind, issuer, label, secret }).toString();

/**
 * Of which half minute, counted since 1970, this is the code; null when it is none of now, a little before and a little
 * after. The library throws at digits that are not ASCII: those are no code either.
 */
export function stepOf(code: string, secret: string, at: Date = new Date()): number | null {
  if (!/^[0-9]{6}$/.test(code)) return null;
  const timestamp = at.getTime();
  const delta = new TOTP({ ...kind, secret }).validate({ token: code, timestamp, window });
  return delta === null ? null : Math.floor(timestamp / (stepSeconds * 1000)) + delta;
}
