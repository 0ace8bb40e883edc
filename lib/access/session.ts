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

/** The signed-in person of this request, from the session row alone, whatever they have still to set up; null for nobody. */
export const signedInActor = cache(async (): Promise<PersonActor | null> => {
  const asker = await currentAsker();
  return asker && findActor(asker.token, asker.origin);
});

/** The same, who may do what their roles let them; null for who has to set up a second factor first as well. */
export async function currentActor(): Promise<PersonActor | null> {
  const actor = await signedInActor();
  return actor?.mustEnrol ? null : actor;
}

/** The signed-in person, whatever they have still to set up; anybody else is led to the sign-in page, and afterwards to where they were going. */
export async function requireSignedIn(): Promise<PersonActor> {
  return (await signedInActor()) ?? redirect(paths.signIn(await askedPath()));
}

/** The signed-in person; who has to set up a second factor is led there first, and afterwards to where they were going. */
export async function requireActor(): Promise<PersonActor> {
  const actor = await requireSignedIn();
  return actor.mustEnrol ? redirect(paths.secondFactor(await askedPath())) : actor;
}

const askedPath = async () => localPath((await headers()).get(askedPathHeader));
