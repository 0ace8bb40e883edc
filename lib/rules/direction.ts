// What turns the direction in which text is read, unseen: marks, embeddings and overrides, isolates.
const turning = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
const [isolate, endIsolate, endEmbedding] = ["\u2068", "\u2069", "\u202C"];

/** With what would turn it visible and turning nothing: "[U+202E]". For the trail, which shows what really stands there. */
export const withMarks = (text: string): string =>
  text.replace(turning, (sign) => `[U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}]`);

/**
 * Somebody's words or name for a place among other words: what turns them ends with them. Others are as they were.
 */
export function apart(words: string): string {
  if (words.search(turning) < 0) return words;
  const open: string[] = [];
  const said = words.split("").filter((sign) => {
    if (/[\u202A\u202B\u202D\u202E]/.test(sign)) return open.push(endEmbedding);
    if (/[\u2066-\u2068]/.test(sign)) return open.push(endIsolate);
    if (sign === endEmbedding) return open.at(-1) === endEmbedding && open.pop();
    if (sign !== endIsolate) return true;
    // The end of an isolate ends what is open inside of it, and without one it would end ours.
    const start = open.lastIndexOf(endIsolate);
    return start >= 0 && open.splice(start).length > 0;
  });
  return [isolate, ...said, ...open.reverse(), endIsolate].join("");
}
