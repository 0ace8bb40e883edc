import { eq, sql } from "drizzle-orm";
import { database } from "#db/client";
import { indicator } from "#db/schema/indicators";
import type { PersonActor } from "#lib/access/actor";
import { parseBlock } from "#lib/actions/parse-block";
import { type CellPlace, placeKey } from "#lib/actuals/cell-places";
import { Refusal } from "#lib/audit/refusal";
import { listRowsOfReturn } from "#lib/returns/queries";
import { plainRef } from "#lib/rules/block-text";
import { isBlank, quoteTyped } from "#lib/rules/figure";
import { type Month, monthName } from "#lib/rules/month";
import { type BlockReading, type PastedCell, readBlock, turned } from "#lib/rules/pasted-block";

/** A cell of a block with the figure it is for, or why it is for none. */
export type PlacedCell = Pick<PastedCell, "text" | "note" | "month"> & { name: string } & (
    | { place: CellPlace; whyNot: null }
    | { place: null; whyNot: string }
  );

export type PlacedBlock = { cells: PlacedCell[] } & Pick<BlockReading, "said" | "mayTurn" | "mayBeHeaded" | "under">;

type Given = { month: Month; start: string; block: string; isTurned: boolean; isHeaded: boolean };

const most = 2000;

/**
 * Reads a block that was pasted on a figure of a return (`start`), and finds the figure of each cell: by refs of that figure's
 * scorecard where the block has any, else down the return's rows. Throws NOT_FOUND for a figure that is not in the person's
 * return, INVALID for a block with too many cells.
 */
export async function placeCells(
  actor: PersonActor,
  { month, start, block, isTurned, isHeaded }: Given,
): Promise<PlacedBlock> {
  const part = (await listRowsOfReturn(actor, month)).find(({ rows }) => rows.some((row) => row.indicatorId === start));
  if (!part) throw new Refusal("NOT_FOUND", "This figure is not in your return. Open the return again.");
  const below = part.rows.slice(part.rows.findIndex((row) => row.indicatorId === start));
  const refs = await listRefs(start);
  const rows = parseBlock(block);
  const reading = readBlock(isTurned ? turned(rows) : rows, { month, refs: new Set(refs.keys()), isHeaded });
  if (reading.cells.length > most) {
    const count = reading.cells.length.toLocaleString("en-GB");
    const message = `This block has ${count} cells, and at most 2,000 are taken at once. Paste it in parts.`;
    throw new Refusal("INVALID", message, { fields: { block: message } });
  }
  return { ...reading, cells: eachOnce(reading.cells.map((cell) => placed(cell, { below, refs }))) };
}

/** The indicators of a figure's scorecard, by ref. */
async function listRefs(indicatorId: string): Promise<Map<string, { indicatorId: string; ref: string }>> {
  const found = await database()
    .select({ indicatorId: indicator.id, ref: indicator.ref })
    .from(indicator)
    .where(eq(indicator.scorecardId, sql`(select i.scorecard_id from ${indicator} i where i.id = ${indicatorId})`));
  return new Map(found.map((each) => [plainRef(each.ref), each]));
}

type Row = { indicatorId: string; ref: string };

function placed(cell: PastedCell, { below, refs }: { below: readonly Row[]; refs: Map<string, Row> }): PlacedCell {
  const { ref, row, offset, month, text, note } = cell;
  const found = ref === null ? below[offset] : refs.get(plainRef(ref));
  const whyNot = whyNoPlace(cell, found, below.at(-1)?.ref ?? "");
  const name = found?.ref ?? (ref || `Row ${row}`);
  if (whyNot !== null || !found || month === null)
    return { name, month, text, note, place: null, whyNot: whyNot ?? "" };
  return { name, month, text, note, place: { indicatorId: found.indicatorId, month }, whyNot: null };
}

function whyNoPlace({ ref, month }: PastedCell, found: Row | undefined, last: string): string | null {
  if (ref === "") return "This row has a figure and no ref.";
  if (!found && ref === null) return `There is no row for it: the return ends with ${last}.`;
  if (!found) return `${quoteTyped(ref ?? "")} is no ref of this scorecard.`;
  return month === null ? "This row does not say a month that can be read." : null;
}

/** What stands twice in a block says two things of one figure, and neither is taken. */
function eachOnce(cells: PlacedCell[]): PlacedCell[] {
  const filled = cells.filter(({ text, note }) => !isBlank(text) || note !== null);
  const times = Map.groupBy(filled, ({ place }) => place && placeKey(place));
  return cells.map((cell) => {
    if (!cell.place || (times.get(placeKey(cell.place))?.length ?? 0) < 2 || isBlank(cell.text)) return cell;
    const whyNot = `${cell.name} for ${monthName(cell.place.month)} stands more than once in this block.`;
    return { ...cell, place: null, whyNot };
  });
}
