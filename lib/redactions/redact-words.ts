import { sql } from "drizzle-orm";
import type { Database } from "#db/client";
import type { Asker } from "#lib/access/actor";
import type { FormRequest } from "#lib/audit/begin";
import { perform } from "#lib/audit/perform";
import type { RedactWords } from "#lib/redactions/inputs";

/**
 * Somebody else than proposed it, and than wrote any of the words, confirms that they go: from then on they stand nowhere.
 * The database's door does it, and refuses: NOT_FOUND, OWN_WORDS, WRONG_STATE, and CONFLICT where they came to stand
 * elsewhere than was on the screen.
 */
export const redactWords = (asker: Asker, given: RedactWords, request?: FormRequest) =>
  perform(asker, "words.redact", (tx) => writeRedactedWords(tx, given), { request });

export async function writeRedactedWords(tx: Database, { id, seen, texts }: RedactWords): Promise<void> {
  await tx.execute(sql`select audit.redact_words(${id}, ${seen}, ${texts})`);
}
