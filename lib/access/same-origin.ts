import type { IncomingHttpHeaders } from "node:http";
import { publicUrl } from "#lib/access/public-url";

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);
const reading = new Set(["GET", "HEAD", "OPTIONS"]);

/** Whether an origin is this installation's own: its public address, or on the own machine the address it was asked at. */
export function isOwnOrigin(origin: string, host: string | undefined): boolean {
  const own = publicUrl();
  if (origin === own.origin) return true;
  const asked = URL.parse(origin);
  return asked !== null && asked.host === host && loopback.has(asked.hostname) && loopback.has(own.hostname);
}

/**
 * Whether a request may write: it comes from a page of ours, or from no browser at all. A browser says whence a form
 * was sent, as `null` where it hides it; that is refused as well.
 */
export function isSameOrigin({ method, headers }: { method: string; headers: IncomingHttpHeaders }): boolean {
  if (reading.has(method)) return true;
  const { origin, host, "sec-fetch-site": site } = headers;
  if (origin !== undefined) return isOwnOrigin(origin, host);
  return site === undefined || site === "same-origin" || site === "none";
}
