import { Refusal } from "#lib/audit/refusal";
import type { WriteComment } from "#lib/commentary/inputs";
import { askedOfWords } from "#lib/rules/said/asked-words";
import type { TableFacts } from "#lib/rules/said/table-facts";

/**
 * Why words stand as they are, null where nothing is asked about them. Throws INVALID, with what is asked, until their writer
 * was shown every passage and says why they stand.
 */
export function requireAnswered(
  { body, asked: shown = [], because = "" }: WriteComment,
  facts: TableFacts,
): string | null {
  const asked = askedOfWords(body, facts);
  if (asked.length === 0) return null;
  const isShown = asked.every(({ passage }) => shown.includes(passage));
  if (isShown && because) return because;
  const message = isShown
    ? "Say why the words may stand, or change them."
    : "Look at these words once more. Change them, or say why they may stand.";
  throw new Refusal("INVALID", message, { fields: isShown ? { because: message } : {}, details: { asked } });
}
