import { isUnavailable } from "#db/is-unavailable";
import { refusalCodes } from "#db/vocabulary";
import { Refusal } from "#lib/audit/refusal";

type DatabaseError = { code: string; message: string; detail?: string; constraint?: string };

/** The PostgreSQL error inside what a driver or drizzle threw, if there is one. */
export function databaseError(error: unknown): DatabaseError | null {
  const inner = error instanceof Error && error.cause ? error.cause : error;
  return inner instanceof Error && "code" in inner && typeof inner.code === "string" && "severity" in inner
    ? (inner as unknown as DatabaseError)
    : null;
}

/** What waited too long, by PostgreSQL's code: for a lock, or to be done. Nothing of it is kept. */
const locked = "Somebody else is changing this just now, so yours was not done. Try again in a moment.";
const busy: Record<string, string> = {
  "55P03": locked,
  "40P01": locked,
  "57014": "The database took too long over this, so it was not done. Try again in a moment.",
};

/** What is blank or without end, by the check that says so: "theme_name_can_be_shown". */
function unshown({ code, constraint }: DatabaseError): Refusal | null {
  const what = code === "23514" && /^(.+)_can_be_shown$/.exec(constraint ?? "")?.[1];
  return what
    ? new Refusal(
        "INVALID",
        `The ${what.replaceAll("_", " ")} cannot be shown: nothing of it can be seen, or it is too long.`,
      )
    : null;
}

/** What the database itself refused, in its own words, or had no time for: BUSY. Null for any other error. */
export function databaseRefusal(error: unknown): Refusal | null {
  const found = databaseError(error);
  if (!found) return null;
  if (busy[found.code]) return new Refusal("BUSY", busy[found.code]!);
  if (!found.code.startsWith("CD")) return unshown(found);
  const code = refusalCodes.find((known) => known === found.detail);
  return code ? new Refusal(code, found.message) : null;
}

/** What is said of a write when the database could not be reached: whether it was done, nobody can know then. */
export function unavailableRefusal(error: unknown): Refusal | null {
  if (!isUnavailable(error)) return null;
  const message =
    "Candour cannot reach its database just now, so this may not have been saved. Send it again in a moment.";
  return new Refusal("UNAVAILABLE", message);
}
