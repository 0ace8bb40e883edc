import { appPool } from "#db/client";
import type { PersonActor } from "#lib/access/actor";
import type { Verb } from "#lib/access/permissions";
import { databaseRefusal } from "#lib/audit/database-refusal";

/** Enters in the trail that a person took something away, and what they asked for. Throws `Refusal` SESSION_ENDED. */
export async function enterReading(
  actor: PersonActor,
  verb: Verb,
  asked: Record<string, string>,
  scorecardId: string | null = null,
): Promise<void> {
  try {
    await appPool().query("select audit.read($1, $2, $3, $4, $5, $6)", [
      actor.token,
      verb,
      scorecardId,
      JSON.stringify(asked),
      actor.origin.address,
      actor.origin.agent,
    ]);
  } catch (error) {
    throw databaseRefusal(error) ?? error;
  }
}
