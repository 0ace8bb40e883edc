import type { Database } from "#db/client";
import { figuresAround } from "#lib/actuals/figure-around";
import type { Cell } from "#lib/actuals/lock-cell";
import { type ActualReading, readActual, type TypedActual } from "#lib/rules/actual";
import type { FigureShape } from "#lib/rules/figure";
import { type FigureSurroundings, fractionTyped, mayBeFraction } from "#lib/rules/figure-doubt";
import { withoutMark } from "#lib/rules/without-mark";

type Row = { cell: Cell; typed: TypedActual };

/** Reads what was typed into some cells, in their order, with all that can put a figure in doubt: also of `beside`, as those first were. */
export async function readTyped(
  db: Database,
  rows: readonly Row[],
  beside: readonly Row[] = rows,
): Promise<ActualReading[]> {
  const plain = readPlain(rows);
  const figures = plain.flatMap((reading, index) => {
    const value = figureIn(reading, rows[index]!);
    return value === null ? [] : [{ cell: rows[index]!.cell, value, index }];
  });
  const plainBeside = beside === rows ? plain : readPlain(beside);
  const around = await figuresAround(
    db,
    figures,
    beside.some((row, index) => isFraction(plainBeside[index]!, row)),
  );
  const readings = [...plain];
  for (const [place, { index, cell }] of figures.entries()) {
    readings[index] = readOver(rows[index]!, cell, around[place]);
  }
  return readings;
}

const readPlain = (rows: readonly Row[]) => rows.map((row) => readOver(row, row.cell));

/** What a redaction left of a note, given back as the form had it, is the note that stands; its mark is nobody's words. */
function readOver({ cell: { present }, typed }: Row, shape: FigureShape, around?: FigureSurroundings): ActualReading {
  const mark = present?.redacted;
  if (!mark) return readActual(typed, shape, around);
  const reading = readActual({ ...typed, note: withoutMark(typed.note.trimEnd(), mark) }, shape, around);
  const isKept = reading.ok && (reading.content.note ?? "") === withoutMark(present.note ?? "", mark);
  return isKept ? { ok: true, content: { ...reading.content, note: present.note, redacted: mark } } : reading;
}

const figureIn = (reading: ActualReading, { typed }: Row): string | null =>
  reading.ok ? reading.content.value : fractionTyped(typed.value);

function isFraction(reading: ActualReading, row: Row): boolean {
  const value = figureIn(reading, row);
  return value !== null && mayBeFraction(value, row.cell.unit);
}
