import { get } from "node:http";

export type TakenAway = { failure: string | null; firstRow: number; all: number; bytes: number };

/** Lets an export run. Its bytes are only counted; how long until the first of them, and until the last. */
export function takeAway(url: string, cookie: string): { done: Promise<TakenAway>; isDone: () => boolean } {
  const taken: TakenAway = { failure: null, firstRow: 0, all: 0, bytes: 0 };
  const begun = performance.now();
  let isDone = false;
  const done = new Promise<TakenAway>((resolve) => {
    const end = (failure: string | null) => {
      isDone = true;
      resolve({ ...taken, failure, all: performance.now() - begun });
    };
    const asked = get(url, { headers: { cookie } }, (answer) => {
      answer.on("data", (part: Buffer) => {
        taken.firstRow ||= performance.now() - begun;
        taken.bytes += part.length;
      });
      answer.on("error", ({ message }) => end(message));
      answer.on("end", () => end(answer.statusCode === 200 ? null : `answered ${answer.statusCode}`));
    });
    asked.on("error", ({ message }) => end(message));
  });
  return { done, isDone: () => isDone };
}
