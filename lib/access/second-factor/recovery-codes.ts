import { createHash, randomInt } from "node:crypto";

/** So many stand on a sheet. */
export const codesOfASheet = 10;

const [groups, digits] = [5, 5];

/** Ten codes of 25 random digits each, because the field for them brings up a phone's digits alone. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: codesOfASheet }, () =>
    Array.from({ length: groups }, () => String(randomInt(10 ** digits)).padStart(digits, "0")).join("-"),
  );

/** What a code is known by. Nobody can try 83 bits, so no more than a digest is needed. */
export const hashOfCode = (code: string): string => createHash("sha256").update(code.replaceAll("-", "")).digest("hex");

/** What somebody typed into the one field: the digits of their app, or a code of their sheet; null for neither. */
export function readCode(typed: string): { digits: string } | { recovery: string } | null {
  const code = typed.replaceAll(/[\s-]/g, "");
  if (/^[0-9]{6}$/.test(code)) return { digits: code };
  return /^[0-9]{25}$/.test(code) ? { recovery: code } : null;
}
