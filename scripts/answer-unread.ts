import type { IncomingMessage, ServerResponse } from "node:http";
import { type Asking, noteUnreadable } from "#lib/access/asking";
import { refuse } from "#scripts/refuse-in-words";

const words =
  "Candour cannot read what was sent. Open the page again, and send it from there; what is on your screen stays there until then.";

/** What Next will read of this before we do: a form of ours, or the header by which its script says what the page shows. */
export function readFirst({ method, headers }: Pick<IncomingMessage, "method" | "headers">): Asking["readFirst"] {
  const type = headers["content-type"] ?? "";
  const isFormType = /^multipart\/form-data|^application\/x-www-form-urlencoded/i.test(type);
  if (method === "POST" && ("next-action" in headers || isFormType)) return "form";
  return "next-router-state-tree" in headers ? "shown" : null;
}

/**
 * Next reads these before any code of ours and answers 500 to whatever it cannot: garbage, an empty or cut-off body, an
 * action of no name. As long as no action or page of ours has begun, that is 400, in words.
 */
export function answerUnread(request: IncomingMessage, response: ServerResponse, asking: Asking): void {
  if (!asking.readFirst) return;
  const [writeHead, write, end] = [
    response.writeHead.bind(response),
    response.write.bind(response),
    response.end.bind(response),
  ];
  const isUnread = (status = response.statusCode) =>
    status >= 500 && status !== 503 && !asking.isRead && !response.headersSent;
  const instead = () => {
    Object.assign(response, { writeHead, write, end });
    noteUnreadable(asking);
    refuse(response, { status: 400, words });
    // Whoever goes on to say 500 of what was answered already is not heard: the log tells what was sent.
    Object.defineProperty(response, "statusCode", { get: () => 400, set: () => {} });
  };
  response.writeHead = ((status: number, ...rest: []) => {
    if (!isUnread(status)) return writeHead(status, ...rest);
    instead();
    return response;
  }) as typeof writeHead;
  response.write = ((...given: Parameters<typeof write>) => {
    if (!isUnread()) return write(...given);
    instead();
    return true;
  }) as typeof write;
  response.end = ((...given: Parameters<typeof end>) => {
    if (!isUnread()) return end(...given);
    instead();
    return response;
  }) as typeof end;
}
