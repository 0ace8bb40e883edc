import { signInPool } from "#db/client";
import type { PersonActor } from "#lib/access/actor";
import { openSecret } from "#lib/access/second-factor/sealed-secret";

/** How a person's own second factor stands; its secret until it is confirmed, and no longer. */
export type OwnSecondFactor =
  | { state: "no password" | "none" }
  | { state: "to confirm"; secret: string }
  | { state: "confirmed"; confirmedAt: Date; codesLeft: number };

type Found = {
  has_password: boolean;
  confirmed_at: Date | null;
  to_confirm: string | null;
  codes_left: number;
};

/**
 * What was begun is shown for an hour, and in the session that began it alone: another may be somebody else's, who knows the
 * password. The sign-in role alone reads secrets.
 */
export async function findSecondFactor({ person, sessionId }: PersonActor): Promise<OwnSecondFactor> {
  const { rows } = await signInPool().query<Found>(
    `select exists (select from credential c where c.person_id = who.id) as has_password, f.confirmed_at,
       case when f.confirmed_at is null and f.made_at > now() - interval '1 hour' then f.sealed_secret end as to_confirm,
       (select count(*)::int from recovery_code c where c.factor_id = f.id and c.used_at is null
         and c.made_at = (select max(n.made_at) from recovery_code n where n.factor_id = f.id)) as codes_left
     from (select $1::uuid as id) who left join second_factor f on f.person_id = who.id and f.ended_at is null`,
    [person.id],
  );
  const { has_password, confirmed_at, to_confirm, codes_left } = rows[0]!;
  if (confirmed_at) return { state: "confirmed", confirmedAt: confirmed_at, codesLeft: codes_left };
  if (!has_password) return { state: "no password" };
  const secret = to_confirm && (await openSecret(person.id, to_confirm, sessionId));
  return secret ? { state: "to confirm", secret } : { state: "none" };
}
