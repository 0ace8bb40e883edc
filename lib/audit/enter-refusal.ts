import { appPool } from "#db/client";
import type { Month } from "#db/vocabulary";
import type { Actor } from "#lib/access/actor";
import type { Verb } from "#lib/access/permissions";
import { isEntered, type Refusal } from "#lib/audit/refusal";

/** What a write or a page is about, so that its refusal is found under it. */
export type About = { scorecardId?: string; indicatorId?: string; month?: Month };

/** Enters in the trail that a person was refused, in a transaction of its own. What they typed is not kept. */
export async function enterRefusal(actor: Actor, verb: Verb, refusal: Refusal, about: About = {}): Promise<void> {
  if (!isEntered(refusal.code)) return;
  await appPool().query("select audit.refuse($1, $2, $3, $4, $5, $6, $7, $8, $9)", [
    actor.token,
    verb,
    refusal.code,
    null,
    about.scorecardId ?? null,
    about.indicatorId ?? null,
    about.month ? `${about.month}-01` : null,
    actor.origin.address,
    actor.origin.agent,
  ]);
}
