import type { MissingSymbol } from "#db/vocabulary";
import type { Grading, ShownValue } from "#lib/history/entry";
import { type Image, isDecimal, textOf } from "#lib/history/image";
import { formatFigure } from "#lib/rules/figure";
import { missingWords } from "#lib/rules/missing-words";

/** What an actual's image says: its figure with the grade it earns, why there is none, or that nothing is said. */
export function shownValue(image: Image | null, grading: Grading | null): ShownValue {
  const value = textOf(image, "value");
  if (value !== null) {
    const flags = { provisional: image?.provisional === true, estimated: image?.estimated === true };
    return { ...shownFigure(value, grading), ...flags };
  }
  const missing = textOf(image, "missing");
  return { words: missing ? (missingWords[missing as MissingSymbol] ?? missing) : "nothing" };
}

export function shownFigure(value: string, grading: Grading | null) {
  if (!isDecimal(value)) return { figure: value, grade: null };
  return { figure: formatFigure(value, grading?.precision ?? 0), grade: grading?.levelOf(value) ?? null };
}

/** "66 (Adequate)", "not available" */
export function shownWords(shown: ShownValue): string {
  if ("words" in shown) return shown.words;
  const said = [shown.grade?.word, shown.provisional && "provisional", shown.estimated && "estimated"].filter(Boolean);
  return said.length > 0 ? `${shown.figure} (${said.join(", ")})` : shown.figure;
}

export const isNothing = (shown: ShownValue): boolean => "words" in shown && shown.words === "nothing";

export const saysSame = (one: ShownValue, other: ShownValue): boolean => shownWords(one) === shownWords(other);
