import type { IncomingMessage, ServerResponse } from "node:http";
import { gunzipSync, gzipSync } from "node:zlib";
import { refusedPageWords } from "#lib/rules/refused-page";

const isRefusal = (status: number): status is keyof typeof refusedPageWords => status in refusedPageWords;

/**
 * Next answers a page that refuses itself with the right status and an empty body, which only its script fills. This
 * puts the page's title and words into that body for browsers without one. Called at the start of every request.
 */
export function addWordsWithoutScript({ request, response }: { request: IncomingMessage; response: ServerResponse }) {
  if (request.method !== "GET" || request.headers.rsc) return;
  const write = response.write.bind(response);
  const end = response.end.bind(response);
  const held: Buffer[] = [];
  const isHeld = () =>
    isRefusal(response.statusCode) && String(response.getHeader("content-type")).startsWith("text/html");
  const hold = (chunk: unknown) => {
    if (typeof chunk === "string" || chunk instanceof Uint8Array) held.push(Buffer.from(chunk as string));
  };

  response.write = ((...given: Parameters<typeof write>) => {
    if (!isHeld()) return write(...given);
    hold(given[0]);
    return true;
  }) as typeof write;

  response.end = ((...given: Parameters<typeof end>) => {
    if (!isHeld()) return end(...given);
    hold(given[0]);
    return end(withWords(Buffer.concat(held), response), "utf8");
  }) as typeof end;
}

function withWords(body: Buffer, response: ServerResponse): Buffer {
  const isZipped = response.getHeader("content-encoding") === "gzip";
  const html = (isZipped ? gunzipSync(body) : body).toString();
  if (!html.includes('<html id="__next_error__"') || response.hasHeader("content-length")) return body;
  const words = Buffer.from(html.replace("<body>", `<body>${wordsOf(html, response)}`));
  return isZipped ? gzipSync(words) : words;
}

function wordsOf(html: string, response: ServerResponse): string {
  const title = /<title>(.*?)( · Candour)?<\/title>/.exec(html)?.[1] ?? "Candour";
  const sheet = /<(\/_next\/[^>]+\.css)>/.exec(String(response.getHeader("link")))?.[1];
  const style = sheet ? `<link rel="stylesheet" href="${sheet}">` : "";
  const words = refusedPageWords[response.statusCode as keyof typeof refusedPageWords];
  return `<noscript>${style}<main class="mx-auto max-w-2xl px-4 pt-6"><h1 class="text-[1.625rem]">${title}</h1><p class="my-4">${words}</p><p><a class="underline" href="/">Go to your home page</a></p></main></noscript>`;
}
