import { headers } from "next/headers";
import { forbidden } from "next/navigation";
import type { PersonActor } from "#lib/access/actor";
import { count } from "#lib/access/counted";
import { may, type Verb } from "#lib/access/permissions";
import { askedPathHeader } from "#lib/access/security-headers";
import { requireActor } from "#lib/access/session";
import { type About, enterRefusal, type Tried } from "#lib/audit/enter-refusal";
import { Refusal } from "#lib/audit/refusal";

/**
 * The signed-in person, who may do this; anybody else is answered 403, and it is entered that they opened this page: what it is
 * for they did not try. A file is taken away by opening it.
 */
export async function requirePermission(verb: Verb, about?: About): Promise<PersonActor> {
  const actor = await requireActor();
  if (may(actor, verb)) return actor;
  count("refusal", { code: "WRONG_ROLE" });
  const refusal = new Refusal("WRONG_ROLE", "Your role does not allow this.");
  if (verb.endsWith(".export")) await enterRefusal(actor, verb, refusal, about);
  else await enterRefusal(actor, "page.open", refusal, about, await openedPage());
  return forbidden();
}

async function openedPage(): Promise<Tried> {
  const [path = ""] = ((await headers()).get(askedPathHeader) ?? "").split("?");
  return path ? { page: path.slice(0, 200) } : {};
}
