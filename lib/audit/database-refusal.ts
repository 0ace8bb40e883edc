import { Refusal, refusalCodes } from "#lib/audit/refusal";

type DatabaseError = { code: string; message: string; detail?: string; constraint?: string };

/** The PostgreSQL error inside what a driver or drizzle threw, if there is one. */
export function databaseError(error: unknown): DatabaseError | null {
  const inner = error instanceof Error && error.cause ? error.cause : error;
  return inner instanceof Error && "code" in inner && typeof inner.code === "string" && "severity" in inner
    ? (inner as unknown as DatabaseError)
    : null;
}

/** What the database itself refused, in its own words; null for any other error. */
export function databaseRefusal(error: unknown): Refusal | null {
  const found = databaseError(error);
  if (!found?.code.startsWith("CD")) return null;
  const code = refusalCodes.find((known) => known === found.detail);
  return code ? new Refusal(code, found.message) : null;
}
