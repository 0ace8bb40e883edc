import { createHash } from "node:crypto";
import { placeWords } from "#lib/imports/problem-line";
import type { Problem } from "#lib/imports/reader/reading";
import { paths } from "#lib/paths";

const style = `:root{color-scheme:light dark;--ink:#14181f;--soft:#525c6a;--line:#dfe3e8;--paper:#fff;--wash:#f4f6f8;--accent:#0b5563;--stop:#ae231c}
@media (prefers-color-scheme:dark){:root{--ink:#e9ecf0;--soft:#a9b3c0;--line:#313a45;--paper:#12161b;--wash:#1d242c;--accent:#74c7d6;--stop:#ff9d95}}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:break-word}
header,main{max-width:48rem;margin:0 auto;padding:.625rem 1rem}a{color:var(--accent)}header a{font-size:1.125rem;font-weight:700;text-decoration:none}
h1{font-size:1.625rem;line-height:1.25}section{border:2px solid var(--stop);border-radius:.375rem;padding:.25rem 1rem}section p{font-weight:600;color:var(--stop)}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.375rem .5rem;border-bottom:1px solid var(--line)}th{font-weight:600}td:last-child{overflow-wrap:anywhere}
code{background:var(--wash);padding:0 .25rem}`;

/**
 * What was refused of an upload, in words, as a page of its own: a route cannot render one of the application's, and an answer to a form
 * with the status of a refusal cannot redirect to one.
 */
export function refusedUpload(status: number, message: string, problems: readonly Problem[] = []): Response {
  const hash = createHash("sha256").update(style).digest("base64");
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
  const body = `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>The file was refused · Candour</title><style>${style}</style></head>
<body><header><a href="${paths.home()}">Candour</a></header><main><h1>The file was refused</h1>
<section role="alert"><p>${escaped(message)}</p></section>${table(problems)}
<p><a href="${paths.imports()}">Back to imports</a>, to upload a file again</p></main></body></html>
`;
  return new Response(body, {
    status,
    headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": policy },
  });
}

function table(problems: readonly Problem[]): string {
  if (problems.length === 0) return "";
  const rows = problems.map(
    (problem) =>
      `<tr><th scope="row">${placeWords(problem) || "The file"}</th><td>${escaped(problem.message)}</td></tr>`,
  );
  return `<h2>What to mend</h2><table><thead><tr><th scope="col">Where</th><th scope="col">Problem</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
