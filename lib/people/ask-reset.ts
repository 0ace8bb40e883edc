import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { signInPool } from "#db/client";
import type { Origin } from "#lib/access/actor";
import { publicUrl } from "#lib/access/public-url";
import { countAsked, forgetOver } from "#lib/access/throttle";
import { Refusal } from "#lib/audit/refusal";
import { newPasswordLetter } from "#lib/mail/letters";
import { sendsMail } from "#lib/mail/sends-mail";
import { paths } from "#lib/paths";
import type { AskReset } from "#lib/people/inputs";
import { isStorable } from "#lib/rules/is-storable";
import { waitInWords } from "#lib/rules/wait";

type Found = { personId: string; name: string; organisation: string };

/** It takes as long whoever is asked for, so that nobody can time who has an account. */
const takes = 600;

/**
 * Sends a link for a new password to who has an account at this address, and answers nothing of whether somebody has.
 * Throws TOO_MANY, of any address alike; NOT_FOUND where there is no mail.
 */
export async function askReset({ email }: AskReset, origin: Origin): Promise<void> {
  if (!sendsMail()) throw new Refusal("NOT_FOUND", "Candour sends no mail here. Ask your performance officer.");
  await Promise.all([ask(email, origin), pause(takes)]);
}

async function ask(email: string, origin: Origin): Promise<void> {
  const pool = signInPool();
  await forgetOver();
  const { rows } = await pool.query<{ network: string | null; found: Found | null }>(
    "select access.network_of($2)::text as network, access.find_forgetful($1) as found",
    [isStorable(email) ? email : "", origin.address],
  );
  const { network, found } = rows[0]!;
  const until = await countAsked(email, network);
  if (until) {
    throw new Refusal("TOO_MANY", `There were too many tries. Try again in ${waitInWords(until, new Date())}.`);
  }
  if (!found) return;
  const token = randomBytes(32).toString("base64url");
  const { subject, words } = newPasswordLetter(found, new URL(paths.followReset(token), publicUrl()).href);
  await pool.query("select access.ask_reset($1, $2, $3, $4, $5, $6)", [
    found.personId,
    token,
    subject,
    words,
    origin.address,
    origin.agent,
  ]);
}
