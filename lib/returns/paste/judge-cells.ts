import type { Database } from "#db/client";
import type { PersonActor } from "#lib/access/actor";
import { placeKey } from "#lib/actuals/cell-places";
import { type Cell, findCells } from "#lib/actuals/lock-cell";
import { readTyped } from "#lib/actuals/read-typed";
import { whyNotRecorder } from "#lib/actuals/require-recorder";
import type { PlacedCell } from "#lib/returns/paste/place-cells";
import { type ActualContent, type ActualReading, saysNothing, type TypedActual, typedActual } from "#lib/rules/actual";
import { isSameContent, leavesAsItIs, typedFromBlock } from "#lib/rules/pasted-figure";

/** What would become of a cell of a block: recorded, left as it is, asked about first, or refused. */
export type Judged =
  | { as: "new" | "changed"; cell: Cell; typed: TypedActual; content: ActualContent }
  | { as: "unchanged"; cell: Cell }
  | { as: "blank"; cell: Cell | null }
  | { as: "asked"; cell: Cell }
  | { as: "refused"; cell: Cell | null; message: string };

/** A cell with its key in the review's form, and what its text may mean where that is asked, answered or not. */
export type JudgedCell = PlacedCell & {
  key: string;
  judged: Judged;
  question: { message: string; offers: readonly string[]; answer: string | null } | null;
};

/** Judges every cell of a block as its figure stands now, in as many statements as for one; `answers` are what was chosen of what was asked. */
export async function judgeCells(
  db: Database,
  actor: PersonActor,
  placed: readonly PlacedCell[],
  answers: ReadonlyMap<string, string>,
): Promise<JudgedCell[]> {
  const found = await findCells(
    db,
    actor,
    placed.flatMap(({ place }) => (place ? [place] : [])),
  );
  const known = placed.map((given, index): Open | JudgedCell => {
    const key = String(index);
    const cell = (given.place && found.get(placeKey(given.place))) ?? null;
    const judged = judgedUnread(actor, given, cell);
    return judged ? { ...given, key, judged, question: null } : { ...given, key, cell: cell! };
  });
  const open = known.flatMap((each) => ("cell" in each ? [each] : []));
  const read = new Map((await readOpen(db, open, answers)).map((each) => [each.key, each]));
  return known.map((each) => ("cell" in each ? read.get(each.key)! : each));
}

type Open = PlacedCell & { key: string; cell: Cell };

/** What is known of a cell before its text is read; null where that decides. */
function judgedUnread(actor: PersonActor, given: PlacedCell, cell: Cell | null): Judged | null {
  if (leavesAsItIs(given, cell?.present ?? null)) return { as: "blank", cell };
  if (!cell) return { as: "refused", cell, message: given.whyNot ?? "There is no such indicator in that month." };
  const whyNot = whyNotRecorder(actor, cell);
  return whyNot && { as: "refused", cell, message: whyNot.message };
}

/** An answer is taken only where it was offered. */
async function readOpen(
  db: Database,
  open: readonly Open[],
  answers: ReadonlyMap<string, string>,
): Promise<JudgedCell[]> {
  const asPasted = open.map((each) => ({ cell: each.cell, typed: typedIn(each, null) }));
  const plain = await readTyped(db, asPasted);
  const taken = open.map(({ key }, index) => {
    const answer = answers.get(key);
    return answer !== undefined && offersOf(plain[index]!).includes(answer) ? answer : null;
  });
  const asMeant = open.map((each, index) => ({ cell: each.cell, typed: typedIn(each, taken[index]!) }));
  const meant = taken.some((answer) => answer !== null) ? await readTyped(db, asMeant, asPasted) : plain;
  return open.map(({ cell, ...each }, index) => {
    const [first, reading, answer] = [plain[index]!, meant[index]!, taken[index]!];
    const offers = offersOf(first);
    const question = !first.ok && offers.length > 0 ? { message: first.message, offers, answer } : null;
    return { ...each, question, judged: judgedRead(cell, asMeant[index]!.typed, reading) };
  });
}

const typedIn = ({ cell, text, note }: Open, answer: string | null): TypedActual =>
  typedFromBlock(cell.present, { text, note, answer }, cell);

const offersOf = (reading: ActualReading): readonly string[] => (reading.ok ? [] : (reading.offers ?? []));

function judgedRead(cell: Cell, typed: TypedActual, reading: ActualReading): Judged {
  if (!reading.ok) {
    const isAsked = offersOf(reading).length > 0;
    return isAsked ? { as: "asked", cell } : { as: "refused", cell, message: reading.message };
  }
  const { content } = reading;
  if (cell.present && isSameContent(content, cell.present)) return { as: "unchanged", cell };
  const says = cell.present !== null && !saysNothing(typedActual(cell.present));
  return { as: says ? "changed" : "new", cell, typed, content };
}
