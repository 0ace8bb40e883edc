import type { IncomingMessage, ServerResponse } from "node:http";
import { refuse } from "#scripts/refuse-in-words";

/** What Next takes of a form; the upload's route counts for itself. */
const largestForm = 1024 * 1024;
/** A form is small: whoever sends one byte a second keeps others out. An upload has as long as any request (front-door.ts). */
const formArrival = 30_000;
const upload = /^\/api\/imports(\?|$)/;

/** Refuses a body that is larger than a form, whatever its headers say of it, and one that takes too long to arrive. */
export function limitBody(request: IncomingMessage, response: ServerResponse): void {
  if (upload.test(request.url ?? "") || Number(request.headers["content-length"] ?? 0) > largestForm) return;
  let bytes = 0;
  const tooLong = setTimeout(() => {
    if (!request.complete) giveUp(408, "This request took too long to arrive. Send it again.");
  }, formArrival);
  response.once("close", () => clearTimeout(tooLong));
  const giveUp = (status: number, words: string) => {
    if (response.headersSent) return;
    response.once("finish", () => request.destroy());
    refuse(response, { status, words });
  };
  const push = request.push.bind(request);
  request.push = (chunk: Buffer | null, ...rest: []) => {
    bytes += chunk?.length ?? 0;
    if (bytes <= largestForm) return push(chunk, ...rest);
    giveUp(413, "This is more than a form here can hold. Shorten it and send it again.");
    return true;
  };
}
