import { flagsSaid } from "#components/scorecards/figure-flags";
import { noFigureWords } from "#components/scorecards/no-figure-words";

/** No figure is a statement too: which of them it is, by sign and word, and what flags it has. */
export function NoFigure({
  kind,
  flags = "",
  showWord = false,
}: {
  kind: keyof typeof noFigureWords;
  flags?: string;
  showWord?: boolean;
}) {
  const { sign, word } = noFigureWords[kind];
  if (showWord && kind !== "not due") {
    return (
      <small className="no" data-s={flags ? `${sign} ${flags.replace(/./g, "[$&]")}` : sign}>
        {word}
        {flags && <span className="sr-only">{flagsSaid(flags)}</span>}
      </small>
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
