import { type KnownKeys, sizeAndRoot } from "#lib/audit/seal/known-keys";
import { type Checkpoint, readCheckpoint } from "#lib/proof/checkpoint";
import { verifierOf } from "#lib/proof/note-key";
import { openNote, readNote } from "#lib/proof/signed-note";

/**
 * A head that one of these keys signed, or that was there when the key before them was lost. The name of its tree ends in
 * the number of its incarnation.
 */
export function readHead(note: string, { keys, lostAfter }: KnownKeys): Checkpoint | null {
  const said = readCheckpoint(readNote(note)?.text ?? "");
  if (!said || !/^[^\s+]+\/\d+$/.test(said.origin)) return null;
  const verifiers = keys.map((key) => verifierOf(said.origin, key));
  return openNote(note, verifiers) || sizeAndRoot(said) === lostAfter ? said : null;
}

/** What a line of a head says, as "cut 17" of its cut. */
export const saidOf = ({ lines }: Checkpoint, word: string): string | null =>
  lines.find((line) => line.startsWith(`${word} `))?.slice(word.length + 1) ?? null;

export const cutOf = (head: Checkpoint): number => Number(saidOf(head, "cut") ?? 0);

/** The heads in a text, however they stand there: one after the other, or pasted into something else. */
export const notesIn = (text: string): string[] =>
  text
    .replaceAll("\r\n", "\n")
    .match(/(?:[^\n]+\n)+\n(?:— [^\n]+(?:\n|$))+/g)
    ?.map((note) => (note.endsWith("\n") ? note : `${note}\n`)) ?? [];
