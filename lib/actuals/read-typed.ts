import type { Database } from "#db/client";
import { figuresAround } from "#lib/actuals/figure-around";
import type { Cell } from "#lib/actuals/lock-cell";
import { type ActualReading, readActual, type TypedActual } from "#lib/rules/actual";
import { fractionTyped } from "#lib/rules/figure-doubt";

/** Reads what was typed into some cells, in their order, with all that can put a figure in doubt. */
export async function readTyped(
  db: Database,
  rows: readonly { cell: Cell; typed: TypedActual }[],
): Promise<ActualReading[]> {
  const plain = rows.map(({ cell, typed }) => readActual(typed, cell));
  const figures = plain.flatMap((reading, index) => {
    const value = reading.ok ? reading.content.value : fractionTyped(rows[index]!.typed.value);
    return value === null ? [] : [{ cell: rows[index]!.cell, value, index }];
  });
  const around = await figuresAround(db, figures);
  const readings = [...plain];
  for (const [place, { index, cell }] of figures.entries()) {
    readings[index] = readActual(rows[index]!.typed, cell, around[place]);
  }
  return readings;
}
