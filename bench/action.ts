import { randomUUID } from "node:crypto";
import { type Answer, ask, read } from "#bench/ask";
import type { Server } from "#bench/servers";

/** Sends the fields of a form, from the page on which the action was found or from another that has it. */
export type SendAction = (fields: Record<string, string>, from?: string) => Promise<Answer>;

/** The addresses of the scripts that a page has today's browsers fetch. */
export const scriptsOf = ({ url }: Server, html: string): string[] => [
  ...new Set(
    [...html.matchAll(/<script(?![^>]*\snomodule)[^>]*\ssrc="([^"]+)"/gi)].map(
      ([, src = ""]) => new URL(src, url).href,
    ),
  ),
];

/** The id under which a page's scripts call a server action: the build gives it, and says the action's name beside it. */
async function idOf(server: Server, html: string, name: string): Promise<string> {
  for (const script of scriptsOf(server, html)) {
    const found = new RegExp(`"([0-9a-f]{40,})"[^"]{0,200}"${name}"`).exec((await read(script)).body);
    if (found?.[1]) return found[1];
  }
  throw new Error(`No script of the page calls ${name}`);
}

/** How a page's script sends a form to an action: the arguments `null` and the form, as React writes them into a multipart body. */
export async function findAction(server: Server, path: string, name: string, cookie?: string): Promise<SendAction> {
  const { body: html } = await read(server.url + path, cookie);
  const id = await idOf(server, html, name);
  return (fields, from = path) => {
    const boundary = `----${randomUUID()}`;
    const sent = [...Object.entries(fields).map(([field, value]) => [`_1_${field}`, value]), ["0", '[null,"$K1"]']];
    const parts = sent.map(
      ([field, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
    );
    const headers = {
      accept: "text/x-component",
      "next-action": id,
      "content-type": `multipart/form-data; boundary=${boundary}`,
      origin: server.url,
      ...(cookie && { cookie }),
    };
    return ask(server.url + from, { method: "POST", headers, body: `${parts.join("")}--${boundary}--\r\n` });
  };
}

/** Whether an action did what was asked: it answers so, or leads elsewhere. */
export function requireDone(answer: Answer): Answer {
  if (answer.headers["x-action-redirect"] || /"ok":true/.test(answer.body)) return answer;
  throw new Error(`Refused (${answer.status}): ${answer.body.slice(0, 300)}`);
}
