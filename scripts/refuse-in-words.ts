import type { OutgoingHttpHeaders, ServerResponse } from "node:http";
import { securityHeaders } from "#lib/access/security-headers";

export type Refused = { status: number; words: string; headers?: Record<string, string> };

/** Of what is no page: it runs and loads nothing. */
const closed = "default-src 'none'; frame-ancestors 'none'";
const headersBy = (policy: string) => ({ ...securityHeaders(), "Content-Security-Policy": policy });

/** Lets no answer leave without a policy and the security headers, whoever makes it: those that it has are left as they are. */
export function sayEverywhere(response: ServerResponse, policy = closed): void {
  const writeHead = response.writeHead.bind(response);
  response.writeHead = ((status: number, ...given: [reason?: string, headers?: OutgoingHttpHeaders]) => {
    const said = given.find((each) => typeof each === "object") ?? {};
    const names = new Set(Object.keys(said).map((name) => name.toLowerCase()));
    for (const [name, value] of Object.entries(headersBy(policy))) {
      if (!response.hasHeader(name) && !names.has(name.toLowerCase())) response.setHeader(name, value);
    }
    return writeHead(status, ...(given as []));
  }) as typeof writeHead;
}

/** What an answer in plain words carries, whoever is refused. */
export const headersOf = (words: string): Record<string, string> => ({
  ...headersBy(closed),
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
  Object.assign(response, { writeHead: unheard, setHeader: unheard, appendHeader: unheard });
  Object.assign(response, { removeHeader: unheard, write: () => true, end: unheard });
}
