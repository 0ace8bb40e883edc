const flagWords = [
  ["p", "provisional"],
  ["e", "estimated"],
  ["r", "revised after it was published"],
  ["c", "hidden from readers"],
] as const;

/** What stands beside a figure, by its signs: provisional [p], estimated [e], revised [r]. */
export function FigureFlags({ flags }: { flags: string }) {
  return flagWords
    .filter(([sign]) => flags.includes(sign))
    .map(([sign, word]) => (
      <small key={sign} className="ml-1 font-normal" title={word}>
        <span aria-hidden="true">[{sign}]</span>
        <span className="sr-only">, {word}</span>
      </small>
    ));
}

/** The same for who does not see the signs: ", provisional, estimated". */
export const flagsSaid = (flags: string): string =>
  flagWords.flatMap(([sign, word]) => (flags.includes(sign) ? `, ${word}` : [])).join("");
