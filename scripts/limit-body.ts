import type { IncomingMessage, ServerResponse } from "node:http";
import { refuse } from "#scripts/refuse-in-words";

/** What Next takes of a form; the upload's route counts for itself. */
const largestForm = 1024 * 1024;
const upload = /^\/api\/imports(\?|$)/;

/** Refuses a body that is larger than a form, whatever its headers say of it: one sent in chunks says nothing. */
export function limitBody(request: IncomingMessage, response: ServerResponse): void {
  if (upload.test(request.url ?? "") || Number(request.headers["content-length"] ?? 0) > largestForm) return;
  let bytes = 0;
  const push = request.push.bind(request);
  request.push = (chunk: Buffer | null, ...rest: []) => {
    bytes += chunk?.length ?? 0;
    if (bytes <= largestForm) return push(chunk, ...rest);
    if (!response.headersSent) {
      response.once("finish", () => request.destroy());
      refuse(response, { status: 413, words: "This is more than a form here can hold. Shorten it and send it again." });
    }
    return true;
  };
}
