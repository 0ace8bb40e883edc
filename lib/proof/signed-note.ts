import { sign, verify } from "node:crypto";
import { readBase64 } from "#lib/proof/base64";
import { isKeyName, type Signer, type Verifier } from "#lib/proof/note-key";

type Signature = { name: string; id: Buffer; bytes: Buffer };

/** A text and who signed it, as it stands there: nothing of it is verified. */
export type Note = { text: string; signatures: Signature[] };

const most = 100;

/** The note with one signature more. */
export function signNote(text: string, ...signers: Signer[]): string {
  const lines = signers.map(({ name, id, privateKey }) => {
    const signature = Buffer.concat([id, sign(null, Buffer.from(text), privateKey)]);
    return `— ${name} ${signature.toString("base64")}\n`;
  });
  return `${text}\n${lines.join("")}`;
}

/** Null for what has not the form of a note. C2SP signed-note. */
export function readNote(note: string): Note | null {
  const end = note.lastIndexOf("\n\n");
  if (end < 0 || !note.endsWith("\n") || !note.isWellFormed() || hasControls(note)) return null;
  const lines = note
    .slice(end + 2)
    .split("\n")
    .slice(0, -1);
  const signatures = lines.map(readSignature);
  if (lines.length === 0 || lines.length > most || !signatures.every((one) => one !== null)) return null;
  return { text: note.slice(0, end + 1), signatures };
}

const hasControls = (text: string) => Buffer.from(text).some((byte) => byte < 0x20 && byte !== 0x0a);

function readSignature(line: string): Signature | null {
  const [, name = "", base64 = ""] = /^— ([^ ]+) ([^ ]+)$/u.exec(line) ?? [];
  const bytes = readBase64(base64);
  if (!isKeyName(name) || !bytes || bytes.length < 5) return null;
  return { name, id: bytes.subarray(0, 4), bytes: bytes.subarray(4) };
}

/**
 * The text of a note that somebody known signed, with those who did. Null when nobody known did, or when a signature that
 * says it is of somebody known is not: signatures of others are passed over.
 */
export function openNote(note: string, known: readonly Verifier[]): { text: string; by: Verifier[] } | null {
  const read = readNote(note);
  if (!read) return null;
  const by = new Set<Verifier>();
  for (const { name, id, bytes } of read.signatures) {
    const verifier = known.find((one) => one.name === name && one.id.equals(id));
    if (!verifier || by.has(verifier)) continue;
    if (!verify(null, Buffer.from(read.text), verifier.key, bytes)) return null;
    by.add(verifier);
  }
  return by.size > 0 ? { text: read.text, by: [...by] } : null;
}
