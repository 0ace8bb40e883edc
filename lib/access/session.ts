import { cookies, headers } from "next/headers";
import { forbidden, redirect } from "next/navigation";
import { getToken } from "next-auth/jwt";
import { cache } from "react";
import type { Actor, Origin } from "#lib/access/actor";
import { findActor } from "#lib/access/find-actor";
import { may, type Verb } from "#lib/access/permissions";
import { type About, enterRefusal } from "#lib/audit/enter-refusal";
import { Refusal } from "#lib/audit/refusal";

async function requestOrigin(): Promise<Origin> {
  const asked = await headers();
  return { address: asked.get("x-forwarded-for"), agent: asked.get("user-agent") };
}

/** The signed-in person of this request, from the session row alone; null for nobody. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const jar = await cookies();
  const req = { cookies: Object.fromEntries(jar.getAll().map(({ name, value }) => [name, value])), headers: {} };
  const jwt = await getToken({ req: req as never });
  return typeof jwt?.token === "string" ? findActor(jwt.token, await requestOrigin()) : null;
});

/** The signed-in person; anybody else is led to the sign-in page, and back afterwards. */
export async function requireActor(): Promise<Actor> {
  return (await currentActor()) ?? redirect("/sign-in");
}

/** The signed-in person, who may do this; anybody else is answered 403, and the refusal is entered. */
export async function requirePermission(verb: Verb, about?: About): Promise<Actor> {
  const actor = await requireActor();
  if (may(actor, verb)) return actor;
  await enterRefusal(actor, verb, new Refusal("WRONG_ROLE", "Your role does not allow this."), about);
  return forbidden();
}
