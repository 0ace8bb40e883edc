import { randomUUID } from "node:crypto";
import http, { type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { answering } from "#lib/access/asking";
import { isSameOrigin } from "#lib/access/same-origin";
import { askedPathHeader, contentSecurityPolicy, keptByNobody } from "#lib/access/security-headers";
import { answerUnread, readFirst } from "#scripts/answer-unread";
import { countWaiting } from "#scripts/count-waiting";
import { isTooLong, limitBody, tooLong } from "#scripts/limit-body";
import { logRequest, type Routes } from "#scripts/log-requests";
import { headersOf, type Refused, refuse, sayEverywhere } from "#scripts/refuse-in-words";

/** How long a request may take to arrive: an upload over a slow line has its time, a stuck one has not for ever. */
const arrival = { headersTimeout: 20_000, requestTimeout: 120_000 };

/** Whoever offers to speak another protocol is answered in this one, and whoever names no host is refused in our words. */
const asAnyOther = { shouldUpgradeCallback: () => false, requireHostHeader: false };

const methods = ["GET", "HEAD", "POST", "OPTIONS"];
const reading = ["GET", "HEAD"];
const assets = "/_next/static/";
/** Whether the process lives is answered whatever else there is to do: else whoever watches it would stop it for being busy. */
const alive = "/api/health";

/** What no page of ours could answer, whoever asks. */
export function refusalOf(
  request: Pick<IncomingMessage, "method" | "url" | "headers" | "httpVersion">,
): Refused | null {
  const { method = "", url = "", headers, httpVersion } = request;
  if (httpVersion === "1.1" && !headers.host)
    return { status: 400, words: "This request does not say for whom it is." };
  if (!methods.includes(method)) return wrongMethod(methods);
  if (!url.startsWith("/")) return { status: 400, words: "This is no address of Candour." };
  if (/^\/[/\\]/.test(url) || isNextsOwn(url)) return { status: 404, words: "There is nothing at this address." };
  if (isFile(url) && !reading.includes(method)) return wrongMethod(reading);
  if (!isSameOrigin({ method, headers })) return fromElsewhere;
  return isTooLong(request) ? tooLong : null;
}

const wrongMethod = (allowed: readonly string[]): Refused => ({
  status: 405,
  words: "Candour takes no such request.",
  headers: { Allow: allowed.join(", ") },
});

const fromElsewhere: Refused = {
  status: 403,
  words: "This was sent from another site, so Candour refused it. Open Candour itself and try again.",
};

/** An address as whoever serves it reads it. */
const addressOf = (url: string) => URL.parse(url, "http://candour.invalid");

/** What browsers may keep, and no page. */
const isFile = (url: string) => /^\/(?:_next\/static\/.+|icon\.svg)$/.test(addressOf(url)?.pathname ?? "");

/** What Next has at addresses of its own, such as its resizing of pictures, and Candour has no use for. */
const isNextsOwn = (url: string) => /^\/(?:_|%5f)/i.test(url) && !url.startsWith(assets);

const unreadable: Record<string, [number, string, string]> = {
  HPE_HEADER_OVERFLOW: [431, "Request Header Fields Too Large", "The headers of this request are too long."],
  ERR_HTTP_REQUEST_TIMEOUT: [408, "Request Timeout", "This request took too long to arrive. Send it again."],
};

/** What is no HTTP, before there is a request to answer. */
function refuseConnection(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy();
  hangUp(socket, unreadable[error.code ?? ""] ?? [400, "Bad Request", "This request cannot be read."]);
}

function hangUp(socket: Duplex, [status, reason, words]: (typeof unreadable)[string]): void {
  const headers = Object.entries(headersOf(words)).map(([name, value]) => `${name}: ${value}`);
  socket.end([`HTTP/1.1 ${status} ${reason}`, ...headers, "", `${words}\n`].join("\r\n"));
}

/** Puts ours before a listener: what a stranger sends is refused in words here, before anything reads it. */
export function guarded(listener: RequestListener, routes: Routes): RequestListener {
  const waiting = countWaiting();
  return (request, response) => {
    const asking = { id: randomUUID(), readFirst: readFirst(request), isRead: false, personId: null };
    logRequest(routes, request, response, asking);
    const policy = contentSecurityPolicy(randomUUID().replaceAll("-", ""));
    const isPage = !isFile(request.url ?? "");
    sayEverywhere(response, isPage ? policy : undefined);
    const refused = refusalOf(request);
    if (refused) return refuse(response, refused);
    if (waiting.isFull() && request.url !== alive) {
      const words = "Candour has too much to do just now. Try again in a few seconds.";
      return refuse(response, { status: 503, words, headers: { "Retry-After": "5" } });
    }
    if (isPage) {
      tell(request, policy);
      // Said first, because Next would say otherwise of a page that is always the same.
      response.setHeader("Cache-Control", keptByNobody);
    } else askForTheWhole(request);
    // Next would send the headers on their own, and right after them the beginning of the body: they go together.
    response.flushHeaders = () => {};
    answerUnread(request, response, asking);
    waiting.add(request, response, limitBody(request, response));
    return answering(asking, () => listener(request, response));
  };
}

/** Tells a page what was asked for, and by which policy it is answered, of which Next takes the scripts' nonce. */
function tell({ headers, url = "/" }: IncomingMessage, policy: string): void {
  const asked = addressOf(url);
  // By which Next's script tells its own requests apart.
  if (asked?.searchParams.has("_rsc")) asked.searchParams.delete("_rsc");
  const path = asked ? asked.pathname + asked.search : "/";
  Object.assign(headers, { "content-security-policy": policy, [askedPathHeader]: path });
}

/** A file is answered whole, which every asker must be ready for: Next takes a part of it that is not there for a fault of its own. */
function askForTheWhole({ headers }: IncomingMessage): void {
  for (const name of ["range", "if-range", "if-match", "if-unmodified-since"] as const) delete headers[name];
}

/** Every server made from now on in this process has our door in front, and is shown to `onServer`. */
export function standInFront(routes: Routes, onServer: (server: Server) => void = () => {}): void {
  const create = http.createServer.bind(http) as (...given: unknown[]) => Server;
  http.createServer = ((...given: unknown[]) => {
    const listener = given.findLast((each) => typeof each === "function") as RequestListener;
    const options = given.find((each) => typeof each === "object") ?? {};
    const guard = guarded(listener, routes);
    const made = create({ ...options, ...arrival, ...asAnyOther }, guard)
      .on("clientError", refuseConnection)
      .on("connect", (_, socket: Duplex) =>
        hangUp(socket, [405, "Method Not Allowed", "Candour takes no such request."]),
      )
      .on("checkExpectation", (request: IncomingMessage, response: ServerResponse) => {
        sayEverywhere(response);
        refuse(response, { status: 417, words: "Candour cannot do what this request expects." });
      });
    onServer(made);
    return made;
  }) as typeof http.createServer;
}
