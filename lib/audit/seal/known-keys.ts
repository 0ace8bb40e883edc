import { SealRefused } from "#lib/audit/seal/seal-refused";
import type { Checkpoint } from "#lib/proof/checkpoint";
import { publicBytes, signerOf, verifierOf } from "#lib/proof/note-key";
import { openNote, signNote } from "#lib/proof/signed-note";

/** Whoever signs a change of keys, by either key. */
const name = "candour/keys";
const title = "Candour signs with another key from now on";
const lost = "lost";

export type KnownKeys = {
  /** The public ones whose signatures count, the present one last. */
  keys: Buffer[];
  /** The head, as `sizeAndRoot` writes it, after which the key before them was lost. */
  lostAfter: string | null;
};

/** The public key of a secret one. */
export const publicKeyOf = (seed: Buffer): Buffer => publicBytes(signerOf(name, seed).key);

export const sizeAndRoot = ({ size, root }: Pick<Checkpoint, "size" | "root">): string =>
  `${size} ${root.toString("base64")}`;

/** Signed by both keys: whoever trusts the new one is told by it of the old. `from` is null where the old one is lost. */
export function changeNote(from: Buffer | null, to: Buffer, after: string): string {
  const lines = [title, from ? publicKeyOf(from).toString("base64") : lost, publicKeyOf(to).toString("base64"), after];
  const signers = (from ? [from, to] : [to]).map((seed) => signerOf(name, seed));
  return signNote(lines.map((line) => `${line}\n`).join(""), ...signers);
}

/**
 * The present public key, and those before it that each was told of by the one after it. Throws `SealRefused` where another
 * key than the present one is the newest.
 */
export function knownKeys(present: Buffer, changes: readonly string[]): KnownKeys {
  const keys = [present];
  for (const change of changes.toReversed()) {
    const [said, from = "", to, after = ""] = openNote(change, [verifierOf(name, keys[0]!)])?.text.split("\n") ?? [];
    if (said !== title || to !== keys[0]!.toString("base64")) {
      if (keys.length > 1) break;
      throw new SealRefused(
        "The trail is sealed with another key than this process was given. Give every process the newest one.",
      );
    }
    if (from === lost) return { keys, lostAfter: after };
    const before = verifierOf(name, Buffer.from(from, "base64"));
    if (!openNote(change, [before])) break;
    keys.unshift(publicBytes(before.key));
  }
  return { keys, lostAfter: null };
}
