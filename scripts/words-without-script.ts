import type { IncomingMessage, ServerResponse } from "node:http";
import { gunzipSync, gzipSync } from "node:zlib";
import { unavailableDigest } from "#db/vocabulary";
import { present } from "#lib/access/asking";
import { askedMomentWords } from "#lib/rules/asked-moment";
import { failedPageTitles, refusedPageWords } from "#lib/rules/refused-page";

type Exchange = { request: IncomingMessage; response: ServerResponse; url?: string | undefined };
const isRefusal = (status: number): status is keyof typeof refusedPageWords => status in refusedPageWords;

/**
 * Next answers a page that refuses itself or fails with an empty body, which only its script fills. This puts the page's
 * title and words into that body for browsers without one, and makes of a page without a database a 503. Called at the
 * start of every request.
 */
export function addWordsWithoutScript({ request, response }: Exchange) {
  if (!["GET", "POST"].includes(request.method ?? "") || request.headers.rsc) return;
  // As it was asked: Next makes another of it.
  const { url } = request;
  const write = response.write.bind(response);
  const end = response.end.bind(response);
  const writeHead = response.writeHead.bind(response);
  const held: Buffer[] = [];
  let isEnding = false;
  const isHeld = () =>
    !isEnding && isRefusal(response.statusCode) && String(response.getHeader("content-type")).startsWith("text/html");
  const hold = (chunk: unknown) => {
    if (typeof chunk === "string" || chunk instanceof Uint8Array) held.push(Buffer.from(chunk as string));
  };

  // With the body its status is held, which is sent with the headers, and those with the body (front-door.ts).
  response.writeHead = ((...given: Parameters<typeof writeHead>) =>
    isHeld() ? response : writeHead(...given)) as typeof writeHead;

  response.write = ((...given: Parameters<typeof write>) => {
    if (!isHeld()) return write(...given);
    hold(given[0]);
    return true;
  }) as typeof write;

  response.end = ((...given: Parameters<typeof end>) => {
    if (!isHeld()) return end(...given);
    hold(given[0]);
    isEnding = true;
    return end(withWords(Buffer.concat(held), { request, response, url }), "utf8");
  }) as typeof end;
}

function withWords(body: Buffer, { request, response, url }: Exchange): Buffer {
  const isZipped = response.getHeader("content-encoding") === "gzip";
  const html = (isZipped ? gunzipSync(body) : body).toString();
  if (!html.includes('<html id="__next_error__"') || response.hasHeader("content-length")) return body;
  if (html.includes(withoutDatabase)) {
    response.statusCode = 503;
    response.setHeader("retry-after", "5");
  }
  const words = Buffer.from(html.replace("<body>", `<body>${wordsOf(html, { request, response, url })}`));
  return isZipped ? gzipSync(words) : words;
}

const withoutDatabase = String.raw`E{\"digest\":\"${unavailableDigest}\"`;

function wordsOf(html: string, { request, response, url }: Exchange): string {
  const title =
    failedPageTitles[response.statusCode] ?? /<title>(.*?)( · Candour)?<\/title>/.exec(html)?.[1] ?? "Candour";
  const sheet = /<(\/_next\/[^>]+\.css)>/.exec(String(response.getHeader("link")))?.[1];
  const style = sheet ? `<link rel="stylesheet" href="${sheet}">` : "";
  const words = [
    response.statusCode === 404 ? aboutMoment(url) : "",
    refusedPageWords[response.statusCode as keyof typeof refusedPageWords],
    onceMore({ request, response }),
    response.statusCode === 500 ? `Reference <strong>${present()?.id}</strong>.` : "",
  ];
  return `<noscript>${style}<main class="mx-auto max-w-2xl px-4 pt-6"><h1 class="text-[1.625rem]">${title}</h1><p class="my-4">${words.join(" ")}</p><p><a class="underline" href="/">Go to your home page</a></p></main></noscript>`;
}

/** What may be wrong with the moment that the address asks for, which its writer typed. */
function aboutMoment(url = ""): string {
  const words = askedMomentWords(new URLSearchParams(url.split("?")[1])) ?? "";
  return words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function onceMore({ request, response }: Exchange): string {
  if (response.statusCode < 500) return "";
  return request.method === "POST"
    ? "What you sent may not have been saved: reload this page to send it again."
    : "Reload this page to try again.";
}
