import { noteFailed } from "#lib/access/asking";

/**
 * Next names an error by a number of its own, which its page shows and the log of the failure has. From here on that is the
 * reference of the request, under which its line stands in the log as well. What other names Next gives to errors, such as
 * those by which it redirects, stay.
 */
export function referByRequest(): void {
  // It is on errors of every kind, React's and Next's own too, that Next sets it, and it asks nobody for another.
  // oxlint-disable-next-line no-extend-native
  Object.defineProperty(Error.prototype, "digest", {
    configurable: true,
    get: () => undefined,
    set(this: Error, made: unknown) {
      const isNumber = typeof made === "string" && /^\d+$/.test(made);
      const value = isNumber ? (noteFailed() ?? made) : made;
      Object.defineProperty(this, "digest", { value, configurable: true, enumerable: true, writable: true });
    },
  });
}
