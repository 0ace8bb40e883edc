import { forbidden } from "next/navigation";
import type { PersonActor } from "#lib/access/actor";
import { count } from "#lib/access/counted";
import { may, type Verb } from "#lib/access/permissions";
import { requireActor } from "#lib/access/session";
import { type About, enterRefusal } from "#lib/audit/enter-refusal";
import { Refusal } from "#lib/audit/refusal";

/** The signed-in person, who may do this; anybody else is answered 403, and the refusal is entered. */
export async function requirePermission(verb: Verb, about?: About): Promise<PersonActor> {
  const actor = await requireActor();
  if (may(actor, verb)) return actor;
  count("refusal", { code: "WRONG_ROLE" });
  await enterRefusal(actor, verb, new Refusal("WRONG_ROLE", "Your role does not allow this."), about);
  return forbidden();
}
