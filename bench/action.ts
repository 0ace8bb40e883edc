import { type Answer, ask, read } from "#bench/ask";
import { formBody } from "#bench/form-body";
import type { Server } from "#bench/servers";

/** Sends the fields of a form, from the page on which the action was found or from another that has it. */
export type SendAction = (fields: Record<string, string>, from?: string) => Promise<Answer>;

export type ActionSent = { fields: Record<string, string>; from: string; cookie?: string; origin?: string };

/** The addresses of the scripts that a page has today's browsers fetch. */
export const scriptsOf = ({ url }: Server, html: string): string[] => [
  ...new Set(
    [...html.matchAll(/<script(?![^>]*\snomodule)[^>]*\ssrc="([^"]+)"/gi)].map(
      ([, src = ""]) => new URL(src, url).href,
    ),
  ),
];

/** The scripts that a script has the browser fetch once they are wanted. */
const scriptsWanted = ({ url }: Server, script: string): string[] =>
  [...script.matchAll(/"(static\/chunks\/[^"]+\.js)"/g)].map(([, path]) => `${url}/_next/${path}`);

/** The id under which a page's scripts call a server action: the build gives it, and says the action's name beside it. */
async function idOf(server: Server, html: string, name: string): Promise<string> {
  const scripts = new Set(scriptsOf(server, html));
  for (const address of scripts) {
    const { body } = await read(address);
    const found = new RegExp(`"([0-9a-f]{40,})"[^"]{0,200}"${name}"`).exec(body);
    if (found?.[1]) return found[1];
    for (const wanted of scriptsWanted(server, body)) scripts.add(wanted);
  }
  throw new Error(`No script of the page calls ${name}`);
}

/** Sends a form to an action as a page's script does: the arguments `null` and the form, as React writes them into a multipart body. */
export function sendAction(
  { url }: Pick<Server, "url">,
  id: string,
  { fields, from, cookie, origin = url }: ActionSent,
): Promise<Answer> {
  const sent = Object.entries(fields).map(([field, value]) => [`_1_${field}`, value] as const);
  const { type, body } = formBody([...sent, ["0", '[null,"$K1"]']]);
  const headers = {
    accept: "text/x-component",
    "next-action": id,
    "content-type": type,
    origin,
    ...(cookie && { cookie }),
  };
  return ask(url + from, { method: "POST", headers, body });
}

/** Finds an action among a page's scripts, to send forms to it. */
export async function findAction(server: Server, path: string, name: string, cookie?: string): Promise<SendAction> {
  const { body: html } = await read(server.url + path, cookie);
  const id = await idOf(server, html, name);
  return (fields, from = path) => sendAction(server, id, { fields, from, cookie });
}

/** Whether an action did what was asked: it answers so, or leads elsewhere. */
export function requireDone(answer: Answer): Answer {
  if (answer.headers["x-action-redirect"] || /"ok":true/.test(answer.body)) return answer;
  const message = /"message":("(?:[^"\\]|\\.)*")/.exec(answer.body)?.[1] ?? answer.body.slice(0, 300);
  throw new Error(`Refused (${answer.status}): ${message}`);
}
