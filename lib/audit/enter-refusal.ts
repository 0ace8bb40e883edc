import type { Month } from "#db/vocabulary";
import type { Writer } from "#lib/access/actor";
import { connect } from "#lib/audit/connect";
import { isEntered, type Refusal } from "#lib/audit/refusal";

/** What a write or a page is about, so that its refusal is found under it. */
export type About = { scorecardId?: string; indicatorId?: string; month?: Month };

/** The same, or how to find it: a write that is not refused need not know. */
export type AboutOrLookUp = About | (() => Promise<About | null>);

/** Enters in the trail that somebody was refused, in a transaction of its own. What they typed is not kept. */
export async function enterRefusal(
  writer: Writer,
  verb: string,
  refusal: Refusal,
  about: AboutOrLookUp = {},
): Promise<void> {
  if (!isEntered(refusal.code)) return;
  const { scorecardId, indicatorId, month } = (typeof about === "function" ? await about() : about) ?? {};
  const place = [scorecardId ?? null, indicatorId ?? null, month ? `${month}-01` : null];
  const { client, release } = await connect(writer);
  try {
    if (writer.kind === "person") {
      const { address, agent } = writer.origin;
      const given = [writer.token, verb, refusal.code, null, ...place, address, agent];
      await client.query("select audit.refuse($1, $2, $3, $4, $5, $6, $7, $8, $9)", given);
    } else {
      const given = [writer.kind, verb, refusal.code, writer.reason, writer.organisationId, ...place];
      await client.query("select audit.refuse_unsigned($1, $2, $3, $4, $5, $6, $7, $8)", given);
    }
  } finally {
    await release();
  }
}
