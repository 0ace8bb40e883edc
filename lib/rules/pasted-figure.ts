import {
  type ActualContent,
  readActual,
  saysNothing,
  type TypedActual,
  typedActual,
  typedOver,
} from "#lib/rules/actual";
import { type FigureShape, isBlank, plainFigure } from "#lib/rules/figure";

type Pasted = { text: string; note: string | null; answer: string | null };

/**
 * A cell of a block as it would be typed over what stands there: the note, if the block has none, and the flags stay; the parts
 * only beside the figure that they make. An answer is what was chosen of what the text may mean.
 */
export function typedFromBlock(
  was: ActualContent | null,
  { text, note, answer }: Pasted,
  shape: FigureShape,
): TypedActual {
  const before = { ...typedActual(was), ...(note === null ? {} : { note }) };
  const said = answer ?? text;
  if (isBlank(said)) return before;
  const alone = { ...typedOver(before, said), numerator: "", denominator: "" };
  const reading = readActual(alone, shape);
  const keepsParts =
    reading.ok && reading.content.numerator === null && isSameFigure(reading.content.value, was?.value);
  return { ...(keepsParts ? { ...alone, ...partsOf(before) } : withoutFlags(alone, reading)), sure: answer ?? "" };
}

const partsOf = ({ numerator, denominator }: TypedActual) => ({ numerator, denominator });

/** Only a figure can be provisional or estimated. */
const withoutFlags = (typed: TypedActual, reading: ReturnType<typeof readActual>): TypedActual =>
  reading.ok && reading.content.missing !== null ? { ...typed, provisional: false, estimated: false } : typed;

/** A block's cell of which nothing is to be written: a blank is no figure, and takes none away. */
export const leavesAsItIs = ({ text, note }: Pick<Pasted, "text" | "note">, was: ActualContent | null): boolean =>
  isBlank(text) && (note === null || saysNothing(typedActual(was)));

const figures = ["value", "numerator", "denominator"] as const;
const others = ["missing", "note", "provisional", "estimated"] as const;

/** Whether two say the same of a month, however their figures are written. */
export const isSameContent = (a: ActualContent, b: ActualContent): boolean =>
  figures.every((field) => isSameFigure(a[field], b[field])) && others.every((field) => a[field] === b[field]);

const isSameFigure = (a: string | null, b: string | null | undefined): boolean =>
  a === null || b == null ? a === (b ?? null) : plainFigure(a) === plainFigure(b);
