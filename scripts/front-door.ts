import { randomUUID } from "node:crypto";
import http, { type IncomingMessage, type RequestListener, type Server } from "node:http";
import type { Duplex } from "node:stream";
import { answering } from "#lib/access/asking";
import { answerUnread } from "#scripts/answer-unread";
import { limitBody } from "#scripts/limit-body";
import { logRequest, type Routes } from "#scripts/log-requests";
import { headersOf, type Refused, refuse } from "#scripts/refuse-in-words";

/** So many requests are answered at once; whoever comes then is told to try again. */
const most = 200;
/** How long a request may take to arrive: an upload over a slow line has its time, a stuck one has not for ever. */
const arrival = { headersTimeout: 20_000, requestTimeout: 120_000 };

const methods = ["GET", "HEAD", "POST", "OPTIONS"];

/** What no page of ours could answer, whoever asks. */
export function refusalOf({ method = "", url = "" }: Pick<IncomingMessage, "method" | "url">): Refused | null {
  if (!methods.includes(method)) {
    return { status: 405, words: "Candour takes no such request.", headers: { Allow: methods.join(", ") } };
  }
  if (!url.startsWith("/")) return { status: 400, words: "This is no address of Candour." };
  if (/^\/[/\\]/.test(url)) return { status: 404, words: "There is nothing at this address." };
  return null;
}

const unreadable: Record<string, [number, string, string]> = {
  HPE_HEADER_OVERFLOW: [431, "Request Header Fields Too Large", "The headers of this request are too long."],
  ERR_HTTP_REQUEST_TIMEOUT: [408, "Request Timeout", "This request took too long to arrive. Send it again."],
};

/** What is no HTTP, before there is a request to answer. */
function refuseConnection(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy();
  const [status, reason, words] = unreadable[error.code ?? ""] ?? [400, "Bad Request", "This request cannot be read."];
  const headers = Object.entries(headersOf(words)).map(([name, value]) => `${name}: ${value}`);
  socket.end([`HTTP/1.1 ${status} ${reason}`, ...headers, "", `${words}\n`].join("\r\n"));
}

/** Puts ours before a listener: what a stranger sends is refused in words here, before anything reads it. */
export function guarded(listener: RequestListener, routes: Routes): RequestListener {
  let waiting = 0;
  return (request, response) => {
    const asking = { id: randomUUID(), isRead: false, personId: null };
    logRequest(routes, request, response, asking);
    const refused = refusalOf(request);
    if (refused) return refuse(response, refused);
    if (waiting >= most) {
      const words = "Candour has too much to do just now. Try again in a few seconds.";
      return refuse(response, { status: 503, words, headers: { "Retry-After": "5" } });
    }
    waiting++;
    response.once("close", () => waiting--);
    answerUnread(request, response, asking);
    limitBody(request, response);
    return answering(asking, () => listener(request, response));
  };
}

/** Every server made from now on in this process has our door in front. */
export function standInFront(routes: Routes): void {
  const create = http.createServer.bind(http) as (...given: unknown[]) => Server;
  http.createServer = ((...given: unknown[]) => {
    const listener = given.findLast((each) => typeof each === "function") as RequestListener;
    const options = given.find((each) => typeof each === "object") ?? {};
    return create({ ...options, ...arrival }, guarded(listener, routes)).on("clientError", refuseConnection);
  }) as typeof http.createServer;
}
