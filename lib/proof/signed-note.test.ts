import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkpointText, readCheckpoint } from "#lib/proof/checkpoint";
import { leafHash } from "#lib/proof/hash";
import { newSeed, readVerifier, signerOf, verifierText } from "#lib/proof/note-key";
import { openNote, readNote, signNote } from "#lib/proof/signed-note";

type Case = { name: string; note: string; vkey?: string; ok?: boolean; parsed?: Parsed };
type Parsed = { origin: string; size: number; root: string; cosigned_at_posix: number };
const cases = JSON.parse(readFileSync(join(import.meta.dirname, "cases/signed-note.json"), "utf8")) as {
  notes: Case[];
  checkpoint_text: { text: string; ok: boolean; origin?: string; size?: number }[];
  verifier_keys: { vkey: string; ok: boolean }[];
};

describe("published vectors", () => {
  test.each(cases.notes.filter(({ vkey }) => vkey))("a note: $name", ({ note, vkey, ok }) => {
    const opened = openNote(note, [readVerifier(vkey!)!]);
    expect(opened !== null).toBe(ok);
    if (opened) expect(note.startsWith(`${opened.text}\n— `)).toBe(true);
  });

  test.each(cases.notes.filter(({ parsed }) => parsed))("a checkpoint: $name", ({ note, parsed }) => {
    const { text, signatures } = readNote(note)!;
    const { origin, size, root } = parsed!;
    expect(readCheckpoint(text)).toEqual({ origin, size, root: Buffer.from(root, "base64"), lines: [] });
    expect(signatures.map(({ name }) => name)).toEqual([origin, "witness.example.com/w1"]);
    expect(Number(signatures[1]!.bytes.readBigUInt64BE(0))).toBe(parsed!.cosigned_at_posix);
  });

  test.each(cases.checkpoint_text)("the text of a checkpoint: $text", ({ text, ok, origin, size }) => {
    const read = readCheckpoint(text);
    expect(read !== null).toBe(ok);
    if (read) expect(read).toMatchObject({ origin, size });
  });

  test.each(cases.verifier_keys)("a key: $vkey", ({ vkey, ok }) => {
    expect(readVerifier(vkey) !== null).toBe(ok);
  });
});

const signer = signerOf("candour.example.gov.uk/history/1", newSeed());

describe("what is signed here", () => {
  test("is opened by the key that is told of it, and by no other", () => {
    const note = signNote("words\n", signer);
    const told = readVerifier(verifierText(signer))!;
    expect(openNote(note, [told])?.text).toBe("words\n");
    expect(openNote(note, [signerOf(signer.name, newSeed())])).toBeNull();
    expect(openNote(note.replace("words", "other"), [told])).toBeNull();
  });

  test("is a checkpoint of any size and root, with what else is said of it", () => {
    const lines = fc.array(fc.stringMatching(/^[a-z0-9 :-]{1,40}$/), { maxLength: 4 });
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.string(), lines, (size, word, said) => {
        const checkpoint = { origin: signer.name, size, root: leafHash(Buffer.from(word)), lines: said };
        const { text } = openNote(signNote(checkpointText(checkpoint), signer), [signer])!;
        expect(readCheckpoint(text)).toEqual(checkpoint);
      }),
    );
  });

  test("is read of nothing that is no note, whatever it is", () => {
    fc.assert(fc.property(fc.string({ unit: "binary-ascii" }), (text) => openNote(text, [signer]) === null));
  });
});
