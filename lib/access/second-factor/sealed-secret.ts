import { open, sealForGood } from "#lib/access/sealed";

const purpose = "second factor";

type Sealed = { personId: string; secret: string; sessionId: string };

/** A secret as the database keeps it, for its person alone, and with the session in which it was begun. */
export const sealSecret = (personId: string, sessionId: string, secret: string): Promise<string> =>
  sealForGood(purpose, { personId, sessionId, secret } satisfies Sealed);

/** The secret; null for what was sealed for somebody else, or with another key than this installation's; of one session where it is asked so. */
export async function openSecret(personId: string, sealed: string, sessionId?: string): Promise<string | null> {
  const opened = await open<Sealed>(purpose, sealed);
  if (opened?.personId !== personId) return null;
  return sessionId === undefined || opened.sessionId === sessionId ? opened.secret : null;
}
