import { unstable_rethrow } from "next/navigation";
import { isUnavailable } from "#db/is-unavailable";
import { noteFailed } from "#lib/access/asking";
import { count } from "#lib/access/counted";
import { Refusal, type RefusalCode } from "#lib/audit/refusal";
import { refusedPageWords } from "#lib/rules/refused-page";

const plain = (status: number, message: string) =>
  new Response(`${message}\n`, { status, headers: { "Content-Type": "text/plain; charset=utf-8" } });

const statuses: Partial<Record<RefusalCode, number>> = { BUSY: 503, NOT_FOUND: 404 };

/** With which status Next would refuse, of those that are said in words. */
function refusedBy(error: unknown): 403 | 404 | null {
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : "";
  const [, status] = /^NEXT_HTTP_ERROR_FALLBACK;(\d+)$/.exec(digest) ?? [];
  return status === "403" || status === "404" ? (Number(status) as 403 | 404) : null;
}

/** A route that says in words why it does not answer, where Next would send an empty 500: refused, no database, or it failed. */
export const inWords =
  <Given extends unknown[]>(route: (...given: Given) => Promise<Response>, say = plain) =>
  async (...given: Given): Promise<Response> => {
    try {
      return await route(...given);
    } catch (error) {
      const status = refusedBy(error);
      if (status) return say(status, refusedPageWords[status]);
      // How Next redirects is none.
      unstable_rethrow(error);
      if (error instanceof Refusal) {
        count("refusal", { code: error.code });
        return say(statuses[error.code] ?? 403, error.message);
      }
      if (isUnavailable(error)) {
        console.error("The database is unavailable:", error);
        return say(503, refusedPageWords[503]);
      }
      const reference = noteFailed();
      console.error(`A route failed, reference ${reference}:`, error);
      return say(500, `${refusedPageWords[500]} Reference ${reference}.`);
    }
  };
