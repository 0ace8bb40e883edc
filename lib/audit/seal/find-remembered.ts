import { lastNote } from "#lib/audit/seal/heads-file";
import { cutOf } from "#lib/audit/seal/read-head";
import { SealRefused } from "#lib/audit/seal/seal-refused";
import type { Ask } from "#lib/audit/verify/ask";
import { readCheckpoint } from "#lib/proof/checkpoint";
import { readNote } from "#lib/proof/signed-note";

/**
 * The number of the head, in the database, that was remembered outside of it; where an older backup was put back, of the last
 * one before. Null when the database knows nothing of it.
 */
export async function findRemembered(ask: Ask, note: string): Promise<number | null> {
  const head = readCheckpoint(readNote(note)?.text ?? "");
  const [found] = await ask<{ number: string | null }>(
    `select coalesce(
      (select h.number from audit.head h where h.cut = $1 and h.note = $2),
      (select coalesce(max(h.number), 0) from audit.incarnation i left join audit.head h on h.incarnation < i.number
        where i.put_back_after = $2 having count(i.number) > 0)) as number`,
    [head ? cutOf(head) : 0, note],
  );
  const number = found?.number ?? null;
  return number === null ? null : Number(number);
}

/**
 * The number of the head up to which the file of heads has them, 0 while it has none. Throws `SealRefused` when more was
 * signed here, as it says, than the database holds.
 */
export async function requireRemembered(ask: Ask, headsFile: string | null): Promise<number> {
  const note = headsFile && lastNote(headsFile);
  if (!note) return 0;
  const number = await findRemembered(ask, note);
  if (number !== null) return number;
  const head = readCheckpoint(readNote(note)?.text ?? "");
  throw new SealRefused(
    `The trail does not have the head of ${head?.size ?? "unknown"} leaves that was signed here last. Its end was cut off, or an older backup was put back. ` +
      "If that was done on purpose, start Candour again: the trail then says so for ever.",
  );
}
