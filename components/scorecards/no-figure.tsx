import type { MissingSymbol } from "#db/vocabulary";
import { missingWords } from "#lib/rules/missing-words";

const said: Record<MissingSymbol | "blank" | "not due", { sign: string; word: string }> = {
  x: { sign: "[x]", word: missingWords.x },
  z: { sign: "[z]", word: missingWords.z },
  c: { sign: "[c]", word: missingWords.c },
  blank: { sign: "–", word: "not given" },
  "not due": { sign: "not due", word: "not due this month" },
};

/** No figure is a statement too: which of them it is, by sign and word. */
export function NoFigure({ kind, showWord = false }: { kind: keyof typeof said; showWord?: boolean }) {
  const { sign, word } = said[kind];
  return (
    <span className="inline-grid justify-items-end text-soft" title={word}>
      <span aria-hidden="true" className={kind === "not due" ? "text-xs leading-5" : ""}>
        {sign}
      </span>
      {showWord && kind !== "not due" ? (
        <span className="text-xs leading-4">{word}</span>
      ) : (
        <span className="sr-only">{word}</span>
      )}
    </span>
  );
}
