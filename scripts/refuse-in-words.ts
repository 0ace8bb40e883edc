import type { ServerResponse } from "node:http";
import { securityHeaders } from "#lib/access/security-headers";

export type Refused = { status: number; words: string; headers?: Record<string, string> };

/** What an answer in plain words carries, whoever is refused. */
export const headersOf = (words: string): Record<string, string> => ({
  ...securityHeaders(),
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
  "Content-Type": "text/plain; charset=utf-8",
  "Content-Length": String(Buffer.byteLength(`${words}\n`)),
  Connection: "close",
});

/** Answers in words and hangs up. Whoever would have answered may go on: nobody hears them. */
export function refuse(response: ServerResponse, { status, words, headers = {} }: Refused): void {
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  response.writeHead(status, { ...headersOf(words), ...headers });
  response.end(`${words}\n`);
  const unheard = () => response;
  Object.assign(response, { writeHead: unheard, setHeader: unheard, appendHeader: unheard, flushHeaders: unheard });
  Object.assign(response, { removeHeader: unheard, write: () => true, end: unheard });
}
