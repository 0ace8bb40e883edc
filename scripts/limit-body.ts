import type { IncomingMessage, ServerResponse } from "node:http";
import { type Refused, refuse } from "#scripts/refuse-in-words";

/** What Next takes of a form; the upload's route counts for itself. */
const largestForm = 1024 * 1024;
/** A form is small: whoever sends one byte a second keeps others out. An upload has as long as any request (front-door.ts). */
const formArrival = 30_000;
const upload = /^\/api\/imports(\?|$)/;

export const tooLong: Refused = {
  status: 413,
  words: "This is more than a form here can hold. Shorten it and send it again.",
};
const tooLate: Refused = { status: 408, words: "This request took too long to arrive. Send it again." };

/** Whether a request says itself that it is more than a form. */
export const isTooLong = ({ url, headers }: Pick<IncomingMessage, "url" | "headers">): boolean =>
  !upload.test(url ?? "") && Number(headers["content-length"] ?? 0) > largestForm;

/**
 * Refuses a body that is larger than a form, whatever its headers say of it, and one that takes too long to arrive. Answers
 * what gives it up before.
 */
export function limitBody(request: IncomingMessage, response: ServerResponse): () => void {
  const giveUp = (refused: Refused) => {
    if (response.headersSent) return;
    response.once("finish", () => request.destroy());
    refuse(response, refused);
  };
  const giveUpLate = () => giveUp(tooLate);
  if (upload.test(request.url ?? "")) return giveUpLate;
  let bytes = 0;
  const waiting = setTimeout(() => {
    if (!request.complete) giveUpLate();
  }, formArrival);
  response.once("close", () => clearTimeout(waiting));
  const push = request.push.bind(request);
  request.push = (chunk: Buffer | null, ...rest: []) => {
    bytes += chunk?.length ?? 0;
    if (bytes <= largestForm) return push(chunk, ...rest);
    giveUp(tooLong);
    return true;
  };
  return giveUpLate;
}
