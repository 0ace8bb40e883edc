import { diffWordsWithSpace } from "diff";

export type WordChange = { kind: "kept" | "added" | "removed"; words: string };

const fewWords = 2;
const leastKept = 0.3;

/**
 * What became of words, in the order to read them; null when so little was kept that marks would only confuse.
 * A word or two kept between two changes goes with them, so that a changed phrase is struck out and put in as a whole.
 */
export function wordChanges(before: string, after: string): WordChange[] | null {
  const parts = diffWordsWithSpace(before, after);
  const length = (of: typeof parts) => of.reduce((sum, { value }) => sum + value.trim().length, 0);
  const kept = length(parts.filter(({ added, removed }) => !added && !removed));
  if (kept < leastKept * Math.max(before.length, after.length)) return null;

  const changes: WordChange[] = [];
  let [removed, added] = ["", ""];
  const put = () => {
    if (removed) changes.push({ kind: "removed", words: removed });
    if (added) changes.push({ kind: "added", words: added });
    [removed, added] = ["", ""];
  };
  parts.forEach((part, index) => {
    if (part.removed) removed += part.value;
    else if (part.added) added += part.value;
    else if ((removed || added) && index < parts.length - 1 && isShort(part.value)) {
      removed += part.value;
      added += part.value;
    } else {
      put();
      changes.push({ kind: "kept", words: part.value });
    }
  });
  put();
  return changes;
}

function isShort(words: string): boolean {
  return !/[.!?:;\n]/.test(words) && words.trim().split(/\s+/).length <= fewWords;
}
