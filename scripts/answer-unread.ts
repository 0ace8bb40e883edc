import type { IncomingMessage, ServerResponse } from "node:http";
import { type Asking, noteUnreadable } from "#lib/access/asking";
import { refuse } from "#scripts/refuse-in-words";

const words =
  "Candour cannot read what was sent. Open the page again, and send it from there; what is on your screen stays there until then.";

/** Whether Next will read this as a form of ours. */
export const isForm = ({ method, headers }: Pick<IncomingMessage, "method" | "headers">): boolean =>
  method === "POST" &&
  ("next-action" in headers ||
    /^multipart\/form-data|^application\/x-www-form-urlencoded/i.test(headers["content-type"] ?? ""));

/**
 * Next reads a form before any code of ours and answers 500 to whatever it cannot: garbage, an empty or cut-off body, an
 * action of no name. As long as no action of ours has begun, that is 400, in words.
 */
export function answerUnread(request: IncomingMessage, response: ServerResponse, asking: Asking): void {
  if (!asking.isForm) return;
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
