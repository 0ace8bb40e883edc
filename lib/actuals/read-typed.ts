import type { Database } from "#db/client";
import { figuresAround } from "#lib/actuals/figure-around";
import type { Cell } from "#lib/actuals/lock-cell";
import { type ActualReading, readActual, type TypedActual } from "#lib/rules/actual";
import { fractionTyped, mayBeFraction } from "#lib/rules/figure-doubt";

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
    readings[index] = readActual(rows[index]!.typed, cell, around[place]);
  }
  return readings;
}

const readPlain = (rows: readonly Row[]) => rows.map(({ cell, typed }) => readActual(typed, cell));

const figureIn = (reading: ActualReading, { typed }: Row): string | null =>
  reading.ok ? reading.content.value : fractionTyped(typed.value);

function isFraction(reading: ActualReading, row: Row): boolean {
  const value = figureIn(reading, row);
  return value !== null && mayBeFraction(value, row.cell.unit);
}
