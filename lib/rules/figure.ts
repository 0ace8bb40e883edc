import Big from "big.js";
import type { Unit } from "#db/vocabulary";

/** What an indicator's figures look like. Precision is the number of decimals, 0 to 4. */
export type FigureShape = { unit: Unit; precision: number };

export type FigureReading = { ok: true; value: string } | { ok: false; message: string };

const largest = "999999999";

/** Nobody has said anything: not zero, and not a figure. Ask this before `readFigure`. */
export function isBlank(typed: string): boolean {
  return plainTyped(typed) === "";
}

/** How what is read is called in a sentence, and what is said to type. */
type Called = { as: string; type: string };

const calledBy = (shape: FigureShape): Called => ({ as: article(shape), type: typeFigure(shape) });

/**
 * Reads what a person typed into a canonical decimal ("68", "15.4"), or says in words what is wrong with it.
 * A blank is refused here too: whoever allows blanks asks `isBlank` first.
 */
export function readFigure(typed: string, shape: FigureShape, called: Called = calledBy(shape)): FigureReading {
  const refuse = (what: string): FigureReading => ({ ok: false, message: `${what} ${called.type}` });
  if (isBlank(typed)) return refuse("Blank is not zero.");

  const quoted = quoteTyped(typed.trim());
  const read =
    /^([-−–+]?)(£ ?)?(\d*|\d{1,3}(?:([, ])\d{3}(?:\4\d{3})*))(?:\.(\d*))?\s?(?:(%|per ?cent)|(days?))?$/i.exec(
      plainTyped(typed),
    );
  const [, sign = "", pounds = "", whole = "", , zeros = "", percent = "", days = ""] = read ?? [];
  if (!read || (whole === "" && zeros === "")) return refuse(`${quoted} is not a figure.`);
  for (const [unit, isTyped] of Object.entries({ percent, pounds, days }) as [
    "percent" | "pounds" | "days",
    string,
  ][]) {
    if (isTyped && shape.unit !== unit) return refuse(`${quoted} is ${articles[unit]}, and this is ${called.as}.`);
  }
  if (whole.length + zeros.length > 40) return refuse(`${quoted} is too long to be a figure.`);

  const decimals = zeros.replace(/0+$/, "");
  const value = Big(`${whole.replace(/[, ]/g, "") || "0"}.${decimals || "0"}`).abs();
  if (sign && sign !== "+" && !value.eq(0))
    return refuse(`${quoted} is below zero, and ${called.as} cannot be negative.`);
  if (shape.unit === "percent" && value.gt(100)) return refuse(`${quoted} is over 100, and a percentage cannot be.`);
  if (value.gt(largest)) return refuse(`${quoted} is too large to be ${called.as} in this scorecard.`);
  if (decimals.length > shape.precision) {
    return refuse(`${quoted} has more decimals than this indicator keeps.`);
  }
  return { ok: true, value: value.toFixed() };
}

/** A stored decimal for people: at least the indicator's decimals, never rounded, thousands apart: "1,234", "15.0". */
export function formatFigure(value: string, precision = 0): string {
  const plain = Big(value).toFixed();
  const [whole = "0", decimals = ""] = plain.split(".");
  const padded = decimals.padEnd(precision, "0");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return padded ? `${grouped}.${padded}` : grouped;
}

/** The shortest way to write a decimal, which is how figures and edges are kept and compared in words: "20", not "20.00". */
export function plainFigure(value: string): string {
  return Big(value).toFixed();
}

/** "Type a count of 0 or more, whole numbers." */
export function typeFigure({ unit, precision }: FigureShape): string {
  const range = unit === "percent" ? "from 0 to 100" : "of 0 or more";
  const decimals = precision === 0 ? "whole numbers" : `with at most ${precision} decimal${precision === 1 ? "" : "s"}`;
  return `Type ${articles[unit]} ${range}, ${decimals}.`;
}

const articles: Record<Unit, string> = {
  percent: "a percentage",
  count: "a count",
  average: "an average",
  "rate per 1,000": "a rate per 1,000",
  "rate per 10,000": "a rate per 10,000",
  days: "a number of days",
  pounds: "an amount in pounds",
};

const article = ({ unit }: FigureShape): string => articles[unit];

/**
 * As it would be typed on a plain keyboard: wide digits, blanks of every width, and nothing that cannot be seen. Raised,
 * lowered and circled digits stay what they are: 5² is no 52.
 */
export const plainTyped = (typed: string): string =>
  isPlain.test(typed)
    ? typed
    : typed
        .replace(/\P{No}+/gu, (text) => text.normalize("NFKC"))
        .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
        .replace(/[\p{Z}\t\r\n]+/gu, " ")
        .trim();

// As nearly everything is, and a block has a thousand of them.
const isPlain = /^[!-~]*$/;

/** What was typed, for a sentence about it. */
export function quoteTyped(text: string): string {
  const shown = text.toWellFormed().replace(/\p{C}/gu, "�");
  return `“${shown.length > 24 ? `${shown.slice(0, 24)}…` : shown}”`;
}
