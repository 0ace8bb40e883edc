import { database } from "#db/client";
import type { Asker } from "#lib/access/actor";
import { presentActor } from "#lib/actions/define-action";
import { requireScorecard } from "#lib/months/lock-month";

/** For a request that was already done: the slug by which its scorecard is addressed. Throws NOT_FOUND. */
export const findScorecard = async (asker: Asker, scorecardId: string): Promise<string> =>
  requireScorecard(database(), await presentActor(asker), scorecardId);
