import { readBase64 } from "#lib/proof/base64";

/** A tree as it was: whose, how many leaves, its root, and what else is said of it, a line each. C2SP tlog-checkpoint. */
export type Checkpoint = { origin: string; size: number; root: Buffer; lines: readonly string[] };

export const checkpointText = ({ origin, size, root, lines }: Checkpoint): string =>
  [origin, size, root.toString("base64"), ...lines].map((line) => `${line}\n`).join("");

/** Null for what is none. */
export function readCheckpoint(text: string): Checkpoint | null {
  if (!text.endsWith("\n")) return null;
  const [origin = "", size = "", base64 = "", ...lines] = text.slice(0, -1).split("\n");
  const root = base64 === "" ? null : readBase64(base64);
  if (origin === "" || !/^(0|[1-9]\d*)$/.test(size) || !Number.isSafeInteger(Number(size)) || !root) return null;
  return { origin, size: Number(size), root, lines };
}
