import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Asker, PersonActor } from "#lib/access/actor";
import { noteAsked } from "#lib/access/asking";
import { findActor } from "#lib/access/find-actor";
import { localPath } from "#lib/access/local-path";
import { requestOrigin } from "#lib/access/request-origin";
import { askedPathHeader } from "#lib/access/security-headers";
import { sessionToken } from "#lib/access/session-token";
import { paths } from "#lib/paths";

/** Who asks in this request, by the cookie alone: a write's door looks at the session itself. Null without a cookie of ours. */
export const currentAsker = cache(async (): Promise<Asker | null> => {
  noteAsked();
  const token = await sessionToken(await cookies());
  return token ? { kind: "person", token, origin: requestOrigin(await headers()) } : null;
});

/** The signed-in person of this request, from the session row alone; null for nobody. */
export const currentActor = cache(async (): Promise<PersonActor | null> => {
  const asker = await currentAsker();
  return asker && findActor(asker.token, asker.origin);
});

/** The signed-in person; anybody else is led to the sign-in page, and afterwards to where they were going. */
export async function requireActor(): Promise<PersonActor> {
  const actor = await currentActor();
  if (actor) return actor;
  return redirect(paths.signIn(localPath((await headers()).get(askedPathHeader))));
}
