import { formatFigure, plainFigure } from "#lib/rules/figure";

/** Whether words name a figure as a number of its own: "71%" names 71, "710", "71.5" and "7 to 17" do not. */
export function namesFigure(words: string, figure: string): boolean {
  const numbers: string[] = words.match(/\d[\d,]*(?:\.\d+)?/g) ?? [];
  const named = numbers.map((number) => number.replace(/,+$/, ""));
  return named.includes(plainFigure(figure)) || named.includes(formatFigure(figure));
}
