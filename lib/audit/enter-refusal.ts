import type { Month } from "#db/vocabulary";
import type { Actor } from "#lib/access/actor";
import { connect } from "#lib/audit/connect";
import { isEntered, type Refusal } from "#lib/audit/refusal";

/** What a write or a page is about, so that its refusal is found under it. */
export type About = { scorecardId?: string; indicatorId?: string; month?: Month };

/** Enters in the trail that somebody was refused, in a transaction of its own. What they typed is not kept. */
export async function enterRefusal(actor: Actor, verb: string, refusal: Refusal, about: About = {}): Promise<void> {
  if (!isEntered(refusal.code)) return;
  const place = [about.scorecardId ?? null, about.indicatorId ?? null, about.month ? `${about.month}-01` : null];
  const { client, release } = await connect(actor);
  try {
    if (actor.kind === "person") {
      const { address, agent } = actor.origin;
      const given = [actor.token, verb, refusal.code, null, ...place, address, agent];
      await client.query("select audit.refuse($1, $2, $3, $4, $5, $6, $7, $8, $9)", given);
    } else {
      const given = [actor.kind, verb, refusal.code, actor.reason, actor.organisationId, ...place];
      await client.query("select audit.refuse_unsigned($1, $2, $3, $4, $5, $6, $7, $8)", given);
    }
  } finally {
    await release();
  }
}
