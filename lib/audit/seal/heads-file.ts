import { closeSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from "node:fs";
import { notesIn } from "#lib/audit/seal/read-head";

/** Longer than any head. */
const tail = 8192;

/** The head that was written last to the file of those that were signed here; null while there is none. */
export function lastNote(file: string): string | null {
  return readingFrom(file, (text) => notesIn(text).at(-1) ?? null);
}

function readingFrom(file: string, read: (text: string) => string | null): string | null {
  let opened: number;
  try {
    opened = openSync(file, "r");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
  try {
    return read(tailOf(opened));
  } finally {
    closeSync(opened);
  }
}

function tailOf(opened: number): string {
  const { size } = fstatSync(opened);
  const bytes = Buffer.alloc(Math.min(size, tail));
  readSync(opened, bytes, 0, bytes.length, size - bytes.length);
  return bytes.toString();
}

/** Adds heads at the file's end, with an empty line after each; what was half written by a power cut stays apart. */
export function appendNotes(file: string, notes: readonly string[]): void {
  if (notes.length === 0) return;
  const opened = openSync(file, "a+", 0o600);
  try {
    const before = tailOf(opened);
    const apart = before === "" || before.endsWith("\n\n") ? "" : "\n\n";
    writeSync(opened, apart + notes.map((note) => `${note}\n`).join(""));
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
