import Big from "big.js";
import { type MissingSymbol, missingSymbols } from "#db/vocabulary";
import { type FigureShape, formatFigure, isBlank, readFigure } from "#lib/rules/figure";
import { type FigureSurroundings, figureDoubt, finerFraction } from "#lib/rules/figure-doubt";
import { readFraction } from "#lib/rules/fraction";
import { longestNote } from "#lib/rules/longest";
import { missingWords } from "#lib/rules/missing-words";
import { onlyPercentages, readCell } from "#lib/rules/typed-figure";
import { typedWords } from "#lib/rules/typed-words";
import { looksRedacted, onlyRedacted, withoutMark } from "#lib/rules/without-mark";

/** What an actual says: a figure, or a reason why there is none; never both. */
export type ActualContent = {
  value: string | null;
  numerator: string | null;
  denominator: string | null;
  missing: MissingSymbol | null;
  note: string | null;
  provisional: boolean;
  estimated: boolean;
  /** What is said of redactions at the end of its note, where there were any and it is asked for. */
  redacted?: string | null;
};

/** The same as a person typed it into a row of the grid. */
export type TypedActual = {
  value: string;
  numerator: string;
  denominator: string;
  missing: string;
  note: string;
  provisional: boolean;
  estimated: boolean;
  /** The figure that was asked about, where it is meant all the same. */
  sure: string;
  /** Why a figure changes that others rely on, chosen from a list and in words: of the change, not of the figure. */
  because: string;
  why: string;
};

/** `offers`: what may have been meant, each as it would be typed. */
export type ActualReading =
  | { ok: true; content: ActualContent }
  | { ok: false; field: keyof TypedActual; message: string; offers?: string[] };

/** Nothing is said of the month. */
export const emptyActual: ActualContent = {
  value: null,
  numerator: null,
  denominator: null,
  missing: null,
  note: null,
  provisional: false,
  estimated: false,
};

export const nothingTyped: TypedActual = {
  value: "",
  numerator: "",
  denominator: "",
  missing: "",
  note: "",
  provisional: false,
  estimated: false,
  sure: "",
  because: "",
  why: "",
};

const eitherOr = new Intl.ListFormat("en-GB", { type: "disjunction" });

/** How an actual stands in the row's fields before anyone types. */
export function typedActual(content: ActualContent | null): TypedActual {
  if (!content) return nothingTyped;
  const { value, numerator, denominator, missing, note, provisional, estimated, redacted } = content;
  return {
    value: value ?? "",
    numerator: numerator ?? "",
    denominator: denominator ?? "",
    missing: missing ?? "",
    note: withoutMark(note ?? "", redacted),
    provisional,
    estimated,
    sure: "",
    because: "",
    why: "",
  };
}

/** A row with something typed into the cell of its figure: it replaces a reason, and the parts of another figure than theirs. */
export const typedOver = (typed: TypedActual, value: string, was: TypedActual = typed): TypedActual => ({
  ...typed,
  ...(value.trim() === was.value ? { numerator: was.numerator, denominator: was.denominator } : noParts),
  value,
  missing: isBlank(value) ? typed.missing : "",
  sure: "",
});

const noParts = { numerator: "", denominator: "" };

/** The parts of a recorded figure that another typed over it takes away; null where it takes none. */
export function replacedParts(was: TypedActual, typed: TypedActual): string | null {
  const isReplaced = !isBlank(was.numerator) && isBlank(typed.numerator) && isBlank(typed.denominator);
  return isReplaced && !isBlank(typed.value) ? `${was.numerator} of ${was.denominator}` : null;
}

/** Whether two rows say the same; why one of them changes is no part of it. */
export function isSameTyped(a: TypedActual, b: TypedActual): boolean {
  return (Object.keys(nothingTyped) as (keyof TypedActual)[]).every((field) => {
    if (field === "because" || field === "why") return true;
    return typeof a[field] === "string" ? a[field].trim() === String(b[field]).trim() : a[field] === b[field];
  });
}

/** Nothing is said of the month: no figure, no fraction, no reason. A note or a flag alone says nothing. */
export function saysNothing(typed: TypedActual): boolean {
  return isBlank(typed.value) && isBlank(typed.numerator) && isBlank(typed.denominator) && isBlank(typed.missing);
}

/** Reads a row as typed, or says in words what is wrong with it and where. What surrounds the figure lets it be doubted. */
export function readActual(typed: TypedActual, shape: FigureShape, around?: FigureSurroundings): ActualReading {
  const note = typedWords(typed.note);
  if (note.length > longestNote) {
    return {
      ok: false,
      field: "note",
      message: `A note has at most ${longestNote} characters; this one has ${note.length}. Longer words belong in the comment.`,
    };
  }
  if (looksRedacted(note)) return { ok: false, field: "note", message: onlyRedacted };
  const reading = readRow(typed, shape);
  if (!reading.ok) {
    const finer = around && reading.field === "value" ? finerFraction(typed.value, around) : null;
    return finer ? { ok: false, field: "value", ...finer } : reading;
  }
  const { content } = reading;
  const doubt =
    around && content.value !== null && typed.sure !== content.value ? figureDoubt(content.value, around) : null;
  if (doubt) return { ok: false, field: "value", ...doubt };
  return { ok: true, content: { ...content, note: note || null } };
}

/** The cell may say more than a figure: a symbol, both parts, or how sure it is. */
function readRow(typed: TypedActual, shape: FigureShape): ActualReading {
  const cell = isBlank(typed.value) ? null : readCell(typed.value, shape);
  switch (cell?.as) {
    case "question":
      return { ok: false, field: "value", message: cell.message, offers: cell.offers };
    case "refused":
      return { ok: false, field: "value", message: cell.message };
    case "missing":
      return { ok: true, content: { ...emptyActual, missing: cell.missing } };
    case "parts":
      return ofCell(
        readValue({ ...typed, value: "", numerator: cell.numerator, denominator: cell.denominator }, shape),
      );
    case "figure":
      return readFields(
        {
          ...typed,
          value: cell.typed,
          provisional: typed.provisional || cell.provisional,
          estimated: typed.estimated || cell.estimated,
        },
        shape,
      );
    default:
      return readFields(typed, shape);
  }
}

/** What is wrong with parts that were typed in the figure's cell is wrong with that cell. */
const ofCell = (reading: ActualReading): ActualReading => (reading.ok ? reading : { ...reading, field: "value" });

const readFields = (typed: TypedActual, shape: FigureShape): ActualReading =>
  isBlank(typed.missing) ? readValue(typed, shape) : readReason(typed);

function readReason(typed: TypedActual): ActualReading {
  const missing = missingSymbols.find((symbol) => symbol === typed.missing);
  if (!missing) {
    return { ok: false, field: "missing", message: `Choose ${eitherOr.format(Object.values(missingWords))}.` };
  }
  if (!isBlank(typed.value) || !isBlank(typed.numerator) || !isBlank(typed.denominator)) {
    return { ok: false, field: "missing", message: "Keep the figure, or the reason why there is none: not both." };
  }
  if (typed.provisional || typed.estimated) return flagWithoutFigure(typed);
  return {
    ok: true,
    content: { ...emptyActual, missing },
  };
}

function readValue(typed: TypedActual, shape: FigureShape): ActualReading {
  const flags = { missing: null, note: null, provisional: typed.provisional, estimated: typed.estimated };
  if (!isBlank(typed.numerator) || !isBlank(typed.denominator)) {
    if (shape.unit !== "percent") {
      return { ok: false, field: "numerator", message: onlyPercentages };
    }
    const fraction = readFraction(typed.numerator, typed.denominator, shape.precision);
    if (!fraction.ok) return { ok: false, field: "numerator", message: fraction.message };
    const { value, numerator, denominator } = fraction;
    const beside = isBlank(typed.value) ? null : readFigure(typed.value, shape);
    if (beside && !beside.ok) return { ok: false, field: "value", message: beside.message };
    if (beside && !Big(beside.value).eq(value)) {
      return {
        ok: false,
        field: "value",
        message: `${beside.value} is not ${numerator} of ${denominator}, which is ${value}. Change the one or empty the other.`,
      };
    }
    return { ok: true, content: { value, numerator, denominator, ...flags } };
  }
  if (isBlank(typed.value) && (typed.provisional || typed.estimated)) return flagWithoutFigure(typed);
  const figure = readFigure(typed.value, shape);
  if (!figure.ok) return { ok: false, field: "value", message: figure.message };
  return { ok: true, content: { value: figure.value, numerator: null, denominator: null, ...flags } };
}

function flagWithoutFigure(typed: TypedActual): ActualReading {
  const field = typed.provisional ? "provisional" : "estimated";
  return { ok: false, field, message: `Only a figure can be ${field}, and there is none.` };
}

/** "68", "68 (17 of 25)", "not available", "no figure": what an actual says, in a sentence. */
export function actualWords(
  content: Pick<ActualContent, "value" | "numerator" | "denominator" | "missing"> | null,
): string {
  if (content?.missing) return missingWords[content.missing];
  if (content?.value == null) return "no figure";
  const { value, numerator, denominator } = content;
  const shown = formatFigure(String(value));
  return numerator == null || denominator == null
    ? shown
    : `${shown} (${formatFigure(String(numerator))} of ${formatFigure(String(denominator))})`;
}
