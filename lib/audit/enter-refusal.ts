import type { Month } from "#db/vocabulary";
import type { Writer } from "#lib/access/actor";
import { connect } from "#lib/audit/connect";
import { isEntered, type Refusal } from "#lib/audit/refusal";

/** What a write or a page is about, so that its refusal is found under it. */
export type About = { scorecardId?: string; indicatorId?: string; month?: Month };

/** The same, or how to find it: a write that is not refused need not know. */
export type AboutOrLookUp = About | (() => Promise<About | null>);

/** What was tried, in a few short words: the page, the figure, the role. Nothing that somebody wrote. */
export type Tried = Record<string, string>;

/** Enters in the trail that somebody was refused, and what they tried, in a transaction of its own. */
export async function enterRefusal(
  writer: Writer,
  verb: string,
  refusal: Refusal,
  about: AboutOrLookUp = {},
  tried?: Tried,
): Promise<void> {
  if (!isEntered(refusal.code)) return;
  const { scorecardId, indicatorId, month } = (typeof about === "function" ? await about() : about) ?? {};
  const place = [scorecardId ?? null, indicatorId ?? null, month ? `${month}-01` : null];
  const { client, release } = await connect(writer);
  try {
    if (writer.kind === "person") {
      const { address, agent } = writer.origin;
      const given = [writer.token, verb, refusal.code, null, ...place, address, agent, tried && JSON.stringify(tried)];
      await client.query("select audit.refuse($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)", given);
    } else {
      const given = [writer.kind, verb, refusal.code, writer.reason, writer.organisationId, ...place];
      await client.query("select audit.refuse_unsigned($1, $2, $3, $4, $5, $6, $7, $8)", given);
    }
  } finally {
    await release();
  }
}
