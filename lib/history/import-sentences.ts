import type { SentenceFacts, TrailEntry } from "#lib/history/entry";
import { textOf } from "#lib/history/image";
import { cameToBe, did, type Told } from "#lib/history/told";

export function importSentence({ before, after }: TrailEntry, { nameOf }: SentenceFacts): Told {
  const file = `“${textOf(after, "file_name") ?? "a file"}”`;
  if (cameToBe(before, after, "committed_at")) {
    return did("imported", ` the scorecard ${nameOf(textOf(after, "scorecard_id")) ?? ""} from ${file}`);
  }
  return before ? did("went on reviewing", ` the import of ${file}`) : did("read", ` the file ${file} for import`);
}

export const importFileSentence = ({ importFile }: TrailEntry): Told =>
  did("kept", ` the file ${importFile ? `“${importFile}” ` : ""}as it came`);

/** A doubt may quote a comment's words, so the trail has its key alone. */
export function doubtSentence({ before, after }: TrailEntry): Told {
  return did(before ? "answered" : "noted", ` an import’s doubt: ${textOf(after, "key") ?? "about the file"}`);
}
