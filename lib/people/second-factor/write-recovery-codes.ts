import type { Database } from "#db/client";
import { recoveryCode } from "#db/schema/people";
import { hashOfCode, newRecoveryCodes } from "#lib/access/second-factor/recovery-codes";

/** Makes a sheet of recovery codes, which ends the one before. Answers them: the database keeps their digests alone. */
export async function writeRecoveryCodes(tx: Database, personId: string, factorId: string): Promise<string[]> {
  const codes = newRecoveryCodes();
  await tx.insert(recoveryCode).values(codes.map((code) => ({ personId, factorId, codeHash: hashOfCode(code) })));
  return codes;
}
