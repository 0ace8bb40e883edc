import { open, sealForGood } from "#lib/access/sealed";

const purpose = "second factor";

/** A secret as the database keeps it, for its person alone. */
export const sealSecret = (personId: string, secret: string): Promise<string> =>
  sealForGood(purpose, { personId, secret });

/** The secret; null for what was sealed for somebody else, or with another key than this installation's. */
export async function openSecret(personId: string, sealed: string): Promise<string | null> {
  const opened = await open<{ personId: string; secret: string }>(purpose, sealed);
  return opened?.personId === personId ? opened.secret : null;
}
