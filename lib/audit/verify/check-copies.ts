import type { KnownKeys } from "#lib/audit/seal/known-keys";
import { notesIn, readHead, saidOf } from "#lib/audit/seal/read-head";
import { firstOf } from "#lib/audit/verify/ask";
import { type Checkpoint, readCheckpoint } from "#lib/proof/checkpoint";
import { isSame } from "#lib/proof/hash";
import { readNote } from "#lib/proof/signed-note";
import { momentSeconds } from "#lib/rules/moment";
import { wholeNumber } from "#lib/rules/whole-number";

/** Heads that were kept outside of the database, by the name of the file that has them. */
export type Copy = { name: string; text: string };

/** The first of them that an older backup, put back, took the place of; by the incarnation that says so. */
export type PutBack = { incarnation: number; sealed: number };

export const sizesIn = (copies: readonly Copy[]): Set<number> =>
  new Set(
    copies.flatMap(({ text }) => notesIn(text).map((note) => readCheckpoint(readNote(note)?.text ?? "")?.size ?? 0)),
  );

/** Every head of the copies against the roots that the leaves make. What an incarnation owns to have lost is not wrong, but said. */
export function checkCopies(
  copies: readonly Copy[],
  keys: KnownKeys,
  roots: ReadonlyMap<number, Buffer>,
  putBacks: readonly PutBack[],
): { wrong: string[]; lost: string[] } {
  const wrong: string[] = [];
  const lost: string[] = [];
  for (const { name, text } of copies) {
    const notes = notesIn(text);
    if (notes.length === 0) wrong.push(`${name} has no head in it.`);
    for (const note of notes) {
      const head = readHead(note, keys);
      if (!head) wrong.push(`${name} has a head that is signed by no key that Candour has had: ${firstLines(note)}.`);
      else if (!isIn(head, roots)) (isOwned(head, putBacks) ? lost : wrong).push(notThere(name, head));
    }
  }
  return { wrong: firstOf(wrong, "heads of copies"), lost };
}

const firstLines = (note: string) => note.split("\n").slice(0, 2).join(", ");

const isIn = ({ size, root }: Checkpoint, roots: ReadonlyMap<number, Buffer>) => {
  const here = roots.get(size);
  return here !== undefined && isSame(here, root);
};

const incarnationOf = ({ origin }: Checkpoint) => Number(/\d+$/.exec(origin)?.[0]);

const isOwned = (head: Checkpoint, putBacks: readonly PutBack[]) =>
  putBacks.some(({ incarnation, sealed }) => incarnationOf(head) < incarnation && head.size > sealed);

function notThere(name: string, head: Checkpoint): string {
  const taken = new Date(saidOf(head, "taken") ?? Number.NaN);
  const at = Number.isNaN(taken.getTime()) ? "" : `, ${momentSeconds(taken)}`;
  return `${name} has the head of ${wholeNumber(head.size)} leaves${at}, which this trail is not, or no longer: its end was cut off, it was written anew, or an older backup was put back.`;
}
