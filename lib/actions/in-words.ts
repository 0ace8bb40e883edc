import { unstable_rethrow } from "next/navigation";
import { isUnavailable } from "#db/is-unavailable";
import { noteFailed } from "#lib/access/asking";
import { count } from "#lib/access/counted";
import { Refusal, type RefusalCode } from "#lib/audit/refusal";
import { refusedPageWords } from "#lib/rules/refused-page";

const plain = (status: number, message: string) =>
  new Response(`${message}\n`, { status, headers: { "Content-Type": "text/plain; charset=utf-8" } });

const statuses: Partial<Record<RefusalCode, number>> = { BUSY: 503, NOT_FOUND: 404 };

/** A route that says in words why it does not answer, where Next would send an empty 500: refused, no database, or it failed. */
export const inWords =
  <Given extends unknown[]>(route: (...given: Given) => Promise<Response>, say = plain) =>
  async (...given: Given): Promise<Response> => {
    try {
      return await route(...given);
    } catch (error) {
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
