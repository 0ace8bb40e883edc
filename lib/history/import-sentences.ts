import type { SentenceFacts, TrailEntry } from "#lib/history/entry";
import { textOf } from "#lib/history/image";
import { cameToBe, did, type Told } from "#lib/history/told";

export function importSentence({ before, after }: TrailEntry, { nameOf, wordsOf }: SentenceFacts): Told {
  const file = `“${wordsOf(textOf(after, "file_name")) ?? "a file"}”`;
  if (cameToBe(before, after, "committed_at")) {
    return did("imported", ` the scorecard ${nameOf(textOf(after, "scorecard_id")) ?? ""} from ${file}`);
  }
  return before ? did("went on reviewing", ` the import of ${file}`) : did("read", ` the file ${file} for import`);
}

export function doubtSentence({ before, after }: TrailEntry, { wordsOf }: SentenceFacts): Told {
  const answer = wordsOf(textOf(after, "answer"));
  return did(before ? "answered" : "noted", ` an import’s doubt: ${textOf(after, "key") ?? "about the file"}`, {
    detail: answer && `Answer: ${answer}`,
  });
}
