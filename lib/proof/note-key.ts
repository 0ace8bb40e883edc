import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { readBase64 } from "#lib/proof/base64";

/** Who signs notes: a name, and an Ed25519 key. C2SP signed-note. */
export type Verifier = { name: string; id: Buffer; key: KeyObject };
export type Signer = Verifier & { privateKey: KeyObject };

const ed25519 = 1;
const spki = Buffer.from("302a300506032b6570032100", "hex");
const pkcs8 = Buffer.from("302e020100300506032b657004220420", "hex");

/** A name has no spaces and no plus. */
export const isKeyName = (name: string): boolean => /^[^\s\p{Z}+]+$/u.test(name) && name.isWellFormed();

const typed = (bytes: Uint8Array) => Buffer.concat([Buffer.of(ed25519), bytes]);
export const publicBytes = (key: KeyObject): Buffer =>
  key.export({ format: "der", type: "spki" }).subarray(spki.length);
const idOf = (name: string, key: Uint8Array) =>
  createHash("sha256").update(`${name}\n`).update(typed(key)).digest().subarray(0, 4);

export function verifierOf(name: string, key: Uint8Array): Verifier {
  return {
    name,
    id: idOf(name, key),
    key: createPublicKey({ key: Buffer.concat([spki, key]), format: "der", type: "spki" }),
  };
}

/** The text by which others are told whose signatures to trust: `name+id+key`. */
export const verifierText = ({ name, id, key }: Verifier): string =>
  `${name}+${id.toString("hex")}+${typed(publicBytes(key)).toString("base64")}`;

/** Null for what is no such text, or is of another kind of key. */
export function readVerifier(text: string): Verifier | null {
  const [, name = "", id = "", key = ""] = /^([^+]*)\+([0-9a-f]{8})\+(.*)$/su.exec(text) ?? [];
  const bytes = readBase64(key);
  if (!isKeyName(name) || bytes?.length !== 33 || bytes[0] !== ed25519) return null;
  const verifier = verifierOf(name, bytes.subarray(1));
  return verifier.id.toString("hex") === id ? verifier : null;
}

/** The 32 bytes that are kept secret. */
export const newSeed = (): Buffer =>
  generateKeyPairSync("ed25519").privateKey.export({ format: "der", type: "pkcs8" }).subarray(pkcs8.length);

export function signerOf(name: string, seed: Uint8Array): Signer {
  if (!isKeyName(name)) throw new TypeError(`"${name}" cannot name a key: it has a space or a plus, or is empty.`);
  const privateKey = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: "der", type: "pkcs8" });
  return { ...verifierOf(name, publicBytes(createPublicKey(privateKey))), privateKey };
}
