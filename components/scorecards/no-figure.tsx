import { FigureFlags } from "#components/scorecards/figure-flags";
import type { MissingSymbol } from "#db/vocabulary";
import { missingWords } from "#lib/rules/missing-words";

const said: Record<MissingSymbol | "blank" | "not due", { sign: string; word: string }> = {
  x: { sign: "[x]", word: missingWords.x },
  z: { sign: "[z]", word: missingWords.z },
  c: { sign: "[c]", word: missingWords.c },
  blank: { sign: "–", word: "not given" },
  "not due": { sign: "not due", word: "not due this month" },
};

/** No figure is a statement too: which of them it is, by sign and word, and beside its word what flags it has. */
export function NoFigure({
  kind,
  flags = "",
  showWord = false,
}: {
  kind: keyof typeof said;
  flags?: string;
  showWord?: boolean;
}) {
  const { sign, word } = said[kind];
  if (showWord && kind !== "not due") {
    return (
      <>
        <small className="no" data-s={sign}>
          {word}
        </small>
        {flags && <FigureFlags flags={flags} />}
      </>
    );
  }
  return (
    <span className="text-soft" title={word}>
      <span aria-hidden="true" className={kind === "not due" ? "text-xs leading-5" : ""}>
        {sign}
      </span>
      <span className="sr-only">{word}</span>
    </span>
  );
}
