import { database } from "#db/client";
import type { PersonActor } from "#lib/access/actor";
import { Refusal } from "#lib/audit/refusal";
import { type IndicatorPlace, type IndicatorRead, readIndicator } from "#lib/definitions/read-indicator";
import { isStorable } from "#lib/rules/is-storable";
import type { Month } from "#lib/rules/month";

/** The same for an address, whatever stands in it: null where there is no such indicator. */
export async function findRead(
  actor: PersonActor,
  { slug, ref }: IndicatorPlace,
  month: Month | null,
): Promise<IndicatorRead | null> {
  if (!isStorable(slug) || !isStorable(ref)) return null;
  try {
    return await readIndicator(database(), actor, { slug, ref }, month);
  } catch (error) {
    if (error instanceof Refusal && error.code === "NOT_FOUND") return null;
    throw error;
  }
}
