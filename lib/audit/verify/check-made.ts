import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Logins, listMade } from "#lib/audit/verify/as-made";
import { type Ask, firstOf } from "#lib/audit/verify/ask";

/** What this version makes of a database: `as-made.test.ts` writes it down from one. */
export const asMade = join(import.meta.dirname, "as-made.txt");

const nameOf = (line: string) => line.slice(0, line.lastIndexOf(": "));

/** Functions, triggers, constraints and grants against those that this version makes. */
export async function checkMade(ask: Ask, logins: Logins): Promise<string[]> {
  const isAsked = (line: string) => logins !== null || !line.startsWith("grant on ");
  const expected = new Set(readFileSync(asMade, "utf8").split("\n").filter(Boolean).filter(isAsked));
  const found = new Set(await listMade(ask, logins));
  const missing = [...expected].filter((line) => !found.has(line)).map(nameOf);
  const more = [...found].filter((line) => !expected.has(line)).map(nameOf);
  return firstOf(
    [
      ...missing.map((name) =>
        more.includes(name)
          ? `The ${name} is not as this version makes it.`
          : `The ${name} is missing, which this version makes.`,
      ),
      ...more.filter((name) => !missing.includes(name)).map((name) => `The ${name} is not of this version.`),
    ],
    "of them",
  );
}
