import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { consistencyRanges, isConsistent } from "#lib/proof/consistency";
import { emptyRoot, leafHash, nodeHash } from "#lib/proof/hash";
import { inclusionRanges, isIncluded } from "#lib/proof/inclusion";
import { hashesOf, middleOf, type Range } from "#lib/proof/range";
import { emptyTree, grow, isTree, rootOf } from "#lib/proof/tree";

type Proof = {
  kind: "inclusion" | "consistency";
  name: string;
  wantErr: boolean;
  proof: string[] | null;
  leafIdx: number;
  treeSize: number;
  leafHash: string;
  root: string;
  size1: number;
  size2: number;
  root1: string;
  root2: string;
};
type Hashing = {
  op: string;
  data_utf8?: string;
  data_hex?: string;
  left_utf8?: string;
  right_utf8?: string;
  out: string;
};
const cases = JSON.parse(readFileSync(join(import.meta.dirname, "cases/rfc6962.json"), "utf8")) as {
  hashing: Hashing[];
  leaf_inputs_hex: string[];
  root_by_tree_size_hex: string[];
  proofs: Proof[];
};
const base64 = (text: string) => Buffer.from(text, "base64");

/** As the RFC defines them, from all leaves. */
const hashOf = (leaves: readonly Buffer[]) => {
  const of = (range: Range): Buffer => {
    if (range.end === range.first) return emptyRoot;
    if (range.end - range.first === 1) return leaves[range.first]!;
    const middle = middleOf(range);
    return nodeHash(of({ first: range.first, end: middle }), of({ first: middle, end: range.end }));
  };
  return of;
};
const rootOfAll = (leaves: readonly Buffer[]) => hashOf(leaves)({ first: 0, end: leaves.length });

describe("published vectors", () => {
  test.each(cases.hashing)("the hash of a $op", ({ op, data_utf8, data_hex, left_utf8, right_utf8, out }) => {
    const found = {
      leaf: () => leafHash(data_hex === undefined ? Buffer.from(data_utf8!) : Buffer.from(data_hex, "hex")),
      node: () => nodeHash(Buffer.from(left_utf8!), Buffer.from(right_utf8!)),
      "empty root": () => emptyRoot,
    }[op]!();
    expect(found.toString("hex")).toBe(out);
  });

  test("the root of each size", () => {
    const leaves = cases.leaf_inputs_hex.map((hex) => leafHash(Buffer.from(hex, "hex")));
    for (const [size, root] of cases.root_by_tree_size_hex.entries()) {
      const tree = grow(emptyTree, leaves.slice(0, size));
      expect(rootOf(tree).toString("hex")).toBe(root);
      expect(rootOfAll(leaves.slice(0, size)).toString("hex")).toBe(root);
    }
  });

  test.each(cases.proofs)("$kind $name", ({ kind, wantErr, proof, ...given }) => {
    const hashes = (proof ?? []).map(base64);
    const holds =
      kind === "inclusion"
        ? isIncluded({
            leaf: given.leafIdx,
            size: given.treeSize,
            hash: base64(given.leafHash),
            proof: hashes,
            root: base64(given.root),
          })
        : isConsistent({
            before: { size: given.size1, root: base64(given.root1) },
            after: { size: given.size2, root: base64(given.root2) },
            proof: hashes,
          });
    expect(holds).toBe(!wantErr);
  });
});

const someLeaves = fc
  .integer({ min: 1, max: 80 })
  .map((size) => Array.from({ length: size }, (_, n) => leafHash(Buffer.from(`leaf ${n}`))));
const twoSizes = someLeaves.chain((leaves) =>
  fc.tuple(fc.constant(leaves), fc.integer({ min: 0, max: leaves.length })),
);

describe("a tree of any size", () => {
  test("grows to the same root in one step and in several, and tells each whole subtree once", () => {
    fc.assert(
      fc.property(twoSizes, ([leaves, before]) => {
        const told = new Map<string, Buffer>();
        const completed = (level: number, index: number, hash: Buffer) => {
          expect(told.has(`${level} ${index}`)).toBe(false);
          told.set(`${level} ${index}`, hash);
        };
        const tree = grow(grow(emptyTree, leaves.slice(0, before), completed), leaves.slice(before), completed);
        expect(rootOf(tree)).toEqual(rootOfAll(leaves));
        expect(isTree(tree)).toBe(true);
        for (const [place, hash] of told) {
          const [level = 0, index = 0] = place.split(" ").map(Number);
          expect(hash).toEqual(hashOf(leaves)({ first: index * 2 ** level, end: (index + 1) * 2 ** level }));
        }
        const whole = (level: number) => Math.floor(leaves.length / 2 ** level);
        expect(told.size).toBe([0, 1, 2, 3, 4, 5, 6, 7].reduce((sum, level) => sum + whole(level), 0));
      }),
    );
  });

  test("proves each leaf, and no other in its place", async () => {
    await fc.assert(
      fc.asyncProperty(twoSizes, async ([leaves, found]) => {
        const leaf = found % leaves.length;
        const proof = await hashesOf(inclusionRanges(leaf, leaves.length), hashOf(leaves));
        const said = { leaf, size: leaves.length, hash: leaves[leaf]!, proof, root: rootOfAll(leaves) };
        expect(isIncluded(said)).toBe(true);
        expect(isIncluded({ ...said, hash: leafHash(Buffer.from("another")) })).toBe(false);
        if (leaves.length > 1) expect(isIncluded({ ...said, leaf: (leaf + 1) % leaves.length })).toBe(false);
        expect(isIncluded({ ...said, proof: [...proof, emptyRoot] })).toBe(false);
      }),
    );
  });

  test("proves that it grew, and not that it was another", async () => {
    await fc.assert(
      fc.asyncProperty(twoSizes, async ([leaves, size]) => {
        const proof = await hashesOf(consistencyRanges(size, leaves.length), hashOf(leaves));
        const before = { size, root: rootOfAll(leaves.slice(0, size)) };
        const after = { size: leaves.length, root: rootOfAll(leaves) };
        expect(isConsistent({ before, after, proof })).toBe(true);
        expect(isConsistent({ before, after, proof: [...proof, emptyRoot] })).toBe(false);
        if (size === 0) return;
        const other = rootOfAll([leafHash(Buffer.from("another")), ...leaves.slice(1, size)]);
        expect(isConsistent({ before: { size, root: other }, after, proof })).toBe(false);
        if (size < leaves.length) expect(isConsistent({ before, after, proof: proof.slice(1) })).toBe(false);
      }),
    );
  });
});
