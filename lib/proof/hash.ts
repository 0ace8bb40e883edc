import { createHash } from "node:crypto";

const sha256 = (...parts: Uint8Array[]): Buffer => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};

const [ofLeaf, ofNode] = [Buffer.of(0), Buffer.of(1)];

/** Of a tree without leaves. RFC 6962, 2.1. */
export const emptyRoot: Buffer = sha256();

export const leafHash = (leaf: Uint8Array): Buffer => sha256(ofLeaf, leaf);

export const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer => sha256(ofNode, left, right);

export const isSame = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;
