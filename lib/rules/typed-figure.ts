import type { MissingSymbol } from "#db/vocabulary";
import { type FigureShape, plainTyped, quoteTyped, readFigure, typeFigure } from "#lib/rules/figure";
import { readFraction } from "#lib/rules/fraction";
import { missingWords } from "#lib/rules/missing-words";

/** What the cell of a figure comes to: what it says, what has to be asked first, or why it says nothing. */
export type CellReading =
  | { as: "figure"; typed: string; provisional: boolean; estimated: boolean }
  | { as: "parts"; numerator: string; denominator: string }
  | { as: "missing"; missing: MissingSymbol }
  | { as: "question"; message: string; offers: string[] }
  | { as: "refused"; message: string };

/** A symbol as it stands in a cell. */
export const symbolText = (symbol: MissingSymbol): string => `[${symbol}]`;

const symbols = new Map<string, MissingSymbol>([
  ["x", "x"],
  ["[x]", "x"],
  ["..", "x"],
  ["…", "x"],
  ["[..]", "x"],
  [missingWords.x, "x"],
  ["z", "z"],
  ["[z]", "z"],
  [missingWords.z, "z"],
  ["c", "c"],
  ["[c]", "c"],
  [missingWords.c, "c"],
]);

/** What people type for several things: which one is meant, they are asked. */
const asked: [typed: RegExp, offers: string[]][] = [
  [/^\[?n\.?\/?a\.?\]?$/, ["[x]", "[z]"]],
  [/^(-+|–|—|−|nil|none)$/, ["0", "[x]"]],
  [/^([<≤]\s?\d+|\*+|#+|s|\[s\]|suppressed)$/, ["[c]"]],
  [/^(\?+|tbc|tba)$/, ["[x]"]],
];

/** Reads what a person typed into the cell of a figure, with the symbols and short ways that they know from spreadsheets. */
export function readCell(typed: string, shape: FigureShape): CellReading {
  const text = plainTyped(typed);
  const lower = text.toLowerCase();
  const symbol = symbols.get(lower);
  if (symbol) return { as: "missing", missing: symbol };

  const offers = asked.find(([pattern]) => pattern.test(lower))?.[1];
  if (offers) return question(text, offers);

  const parts = readParts(text, shape);
  if (parts) return parts;

  const [, figure = text, marks = ""] = /^(.*(?:[\d.%]|days?))((?: ?(?:\[[per]\]|[per]))+)$/i.exec(text) ?? [];
  if (/r/i.test(marks)) {
    return { as: "refused", message: "[r] comes from restating a figure, and is not typed: type the figure alone." };
  }
  const withCommas = commaOffers(figure, shape);
  if (withCommas) return question(text, withCommas);
  return { as: "figure", typed: figure, provisional: /p/i.test(marks), estimated: /e/i.test(marks) };
}

const betweenParts = String.raw`(?: ?/ ?| of | out of )`;
const anyParts = new RegExp(String.raw`^([^/a-z]*\d[^/a-z]*)${betweenParts}([^/a-z]*\d[^/a-z]*)$`);
const moreThanParts = new RegExp(String.raw`\d[)\]]?${betweenParts}[([]?\d`);

export const onlyPercentages = "Only a percentage has a numerator and a denominator.";

/** A numerator and a denominator; null where it is neither that nor something round it. */
function readParts(text: string, shape: FigureShape): CellReading | null {
  const lower = text.toLowerCase();
  const isMore = /[%=(:]/.test(lower) && moreThanParts.test(lower);
  const [, numerator, denominator] = anyParts.exec(lower) ?? [];
  if (!isMore && !(numerator && denominator)) return null;
  if (shape.unit !== "percent") return { as: "refused", message: `${onlyPercentages} ${typeFigure(shape)}` };
  if (isMore || !numerator || !denominator) {
    const alone = "type the parts alone, as 45/50. Their percentage is worked out.";
    return { as: "refused", message: `${quoteTyped(text)} says more than the parts: ${alone}` };
  }
  const offered = [numerator, denominator].map((part) => part.trim().replace(/^(\d+),(\d{1,2}|\d{4,})$/, "$1.$2"));
  const offer = offered.join("/");
  const isWithPoints = offer !== `${numerator.trim()}/${denominator.trim()}`;
  const [top = "", bottom = ""] = offered;
  if (isWithPoints && readFraction(top, bottom, shape.precision).ok) return question(text, [offer]);
  return { as: "parts", numerator: numerator.trim(), denominator: denominator.trim() };
}

/** A comma that may stand for the point: with decimals, "23,500" is two figures, and "12,5" is hardly none. */
function commaOffers(typed: string, shape: FigureShape): string[] | null {
  const [, whole, after] = /^(\d+),(\d+)(?: ?%)?$/.exec(plainTyped(typed)) ?? [];
  if (!whole || !after) return null;
  const isThousands = after.length === 3 && whole.length <= 3;
  if (isThousands && shape.precision === 0) return null;
  const readings = [...(isThousands ? [whole + after] : []), `${whole}.${after}`].map((text) =>
    readFigure(text, shape),
  );
  const offers = readings.flatMap((reading) => (reading.ok ? [reading.value] : []));
  return offers.length > 0 ? offers : null;
}

function question(text: string, offers: string[]): CellReading {
  return { as: "question", message: `Is ${quoteTyped(text)} ${either.format(offers.map(offerWords))}?`, offers };
}

const either = new Intl.ListFormat("en-GB", { type: "disjunction" });

/** "0", "not available [x]": what taking an offer would say. */
export function offerWords(offer: string): string {
  const symbol = symbols.get(offer);
  return symbol ? `${missingWords[symbol]} ${offer}` : offer;
}
