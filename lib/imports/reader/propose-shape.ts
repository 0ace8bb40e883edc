import { type Direction, directions, type Unit } from "#db/vocabulary";
import { edgeOf, parseBand } from "#lib/rules/band";
import { parseBands, type TypedBand } from "#lib/rules/bands";
import { directionWords } from "#lib/rules/which-is-better";

export type Proposal<T> = { proposed: T; about: string };

/** What an indicator's figures count, by how its measure is worded. */
export function proposeUnit(measure: string): Proposal<Unit> {
  const said = (proposed: Unit, word: string) => ({ proposed, about: `The measure says "${word}".` });
  if (measure.includes("%")) return said("percent", "%");
  const [rate, thousands] = /\bper\s+(1|10|ten)?(?:[,\s]?000|k|\s?thousand)\b(?![,\s]?\d)/i.exec(measure) ?? [];
  if (rate) return said(/10|ten/i.test(thousands ?? "") ? "rate per 10,000" : "rate per 1,000", rate);
  if (measure.includes("£")) return said("pounds", "£");
  const word = /\b(percentage|proportion|average|mean|median|number|count|total|maximum|minimum)\b/i.exec(measure)?.[1];
  if (word === undefined) return { proposed: "count", about: "The measure does not say." };
  if (/^(percentage|proportion)$/i.test(word)) return said("percent", word);
  return said(/^(average|mean|median)$/i.test(word) ? "average" : "count", word);
}

/**
 * Which way is better, by the one direction in which the bands do not contradict each other; null when none will do. Close
 * to a range only where each band holds the next better one with room on both sides, and no milestone has one end: one range
 * among others says nothing.
 */
export function proposeDirection(
  bands: readonly TypedBand[],
  milestones: readonly string[] = [],
): Proposal<Direction> | null {
  const isRead = (direction: Direction) => parseBands(bands, direction).ok;
  const isOneEnded = (typed: string) => {
    const read = parseBand(typed);
    return read !== null && edgeOf(read, "within") === null;
  };
  const areNested = bands.length > 1 && directions.every(isRead) && !milestones.some(isOneEnded);
  const oneWay: Direction[] = ["higher", "lower"];
  const [proposed, other] = areNested ? (["within"] as const) : oneWay.filter(isRead);
  if (proposed === undefined) return null;
  const [worst = "", ...better] = bands.map(({ word, asTyped }) => `${word} ${asTyped}`).reverse();
  const best = better.pop();
  const over = better.map((band) => ` over ${band}`).join("");
  const published = best ? `The bands run from ${worst}${over} to ${best}` : `There is one band, ${worst}`;
  return other === undefined
    ? { proposed, about: `${published}, so ${directionWords(proposed)}.` }
    : { proposed, about: `${published}, which can be read either way.` };
}

/** The most decimals seen in an indicator's row. */
export function proposePrecision(fields: readonly string[]): Proposal<string> {
  const decimals = (text: string) =>
    Math.max(0, ...[...text.matchAll(/\d\.(\d+)/g)].map(([, after = ""]) => after.length));
  const most = Math.max(0, ...fields.map(decimals));
  const longest = fields.find((field) => decimals(field) === most);
  const about =
    most === 0 ? "Every figure in its row is whole." : `The most decimals in its row are ${most}, in "${longest}".`;
  return { proposed: String(most), about };
}
