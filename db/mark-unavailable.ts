import { DrizzleQueryError } from "drizzle-orm";
import { isUnavailable } from "#db/is-unavailable";
import { unavailableDigest } from "#db/vocabulary";

// All that Next lets a page know of an error is its `digest`, which it makes up unless there is one.
Object.defineProperty(DrizzleQueryError.prototype, "digest", {
  configurable: true,
  get(this: Error) {
    return isUnavailable(this) ? unavailableDigest : undefined;
  },
  set(this: Error, value: string) {
    // As for any other error (scripts/refer-by-request.ts).
    Reflect.set(Error.prototype, "digest", value, this);
  },
});

/** Throws the error of a query again, marked for the page that says so when the database is unavailable. */
export function rethrowMarked(error: unknown): never {
  throw isUnavailable(error) ? Object.assign(error as Error, { digest: unavailableDigest }) : error;
}
