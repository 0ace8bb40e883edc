import type { ProvenLeaf } from "#lib/audit/seal/prove-leaf";
import { leafHash } from "#lib/proof/hash";
import { isIncluded } from "#lib/proof/inclusion";

/** A proof as any program that knows RFC 6962 can check it, in words. Null where the entry is not what was sealed. */
export function proofText(position: number, { leaf, size, root, body, proof, note }: ProvenLeaf): string | null {
  const hash = leafHash(Buffer.from(body));
  if (!isIncluded({ leaf, size, hash, proof, root })) return null;
  return `${[
    `Entry ${position} is leaf ${leaf} of ${size}.\n`,
    `What is hashed, after one byte 0, by SHA-256:\n${body}\n`,
    `Its hash:\n${hash.toString("base64")}\n`,
    `The hashes beside it, nearest first:\n${proof.map((beside) => beside.toString("base64")).join("\n")}\n`,
    `The head:\n${note}`,
  ].join("\n")}\n`;
}
