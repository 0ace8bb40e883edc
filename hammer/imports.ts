import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { type Answer, ask } from "#bench/ask";
import type { Yard } from "#hammer/yard";
import { paths } from "#lib/paths";

const source = readFileSync("db/first-scorecard/scorecard.txt");
/** What a person answers to the doubts about it. */
export const answers = JSON.parse(readFileSync("db/first-scorecard/answers.json", "utf8")).answers as Record<
  string,
  string
>;

/** The first scorecard once more, as a file that nobody has uploaded yet: blanks at its end make it another one. */
export const freshFile = (): Buffer =>
  Buffer.concat([
    source,
    Buffer.from(`\n${Array.from({ length: 40 }, () => (Math.random() < 0.5 ? " " : "\n")).join("")}`),
  ]);

/** Somebody's browser uploads a file. */
export function upload(
  { url }: Pick<Yard, "url">,
  cookie: string | undefined,
  {
    name = "scorecard.txt",
    bytes = freshFile(),
    origin = url,
  }: { name?: string; bytes?: Buffer; origin?: string } = {},
): Promise<Answer> {
  const boundary = `----${randomUUID()}`;
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/plain\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  const headers = { origin, "content-type": `multipart/form-data; boundary=${boundary}`, ...(cookie && { cookie }) };
  return ask(url + paths.uploadImport(), { method: "POST", headers, body });
}

/** An import that waits for its answers. */
export async function waitingImport(yard: Yard): Promise<string> {
  const { headers, status } = await upload(yard, yard.asker("officer").cookie);
  const id = /imports\/([0-9a-f-]{36})/.exec(headers.location ?? "")?.[1];
  if (!id) throw new Error(`The upload was answered ${status}`);
  return id;
}
