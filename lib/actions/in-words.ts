import { isUnavailable } from "#db/is-unavailable";
import { Refusal } from "#lib/audit/refusal";
import { refusedPageWords } from "#lib/rules/refused-page";

const plain = (status: number, message: string) =>
  new Response(`${message}\n`, { status, headers: { "Content-Type": "text/plain; charset=utf-8" } });

/** A route that says in words why it does not answer, where Next would send an empty 500: refused, or no database. */
export const inWords =
  <Given extends unknown[]>(route: (...given: Given) => Promise<Response>, say = plain) =>
  async (...given: Given): Promise<Response> => {
    try {
      return await route(...given);
    } catch (error) {
      if (error instanceof Refusal) return say(error.code === "BUSY" ? 503 : 403, error.message);
      if (!isUnavailable(error)) throw error;
      console.error("The database is unavailable:", error);
      return say(503, refusedPageWords[503]);
    }
  };
