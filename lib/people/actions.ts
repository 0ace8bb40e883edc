"use server";

import { randomUUID } from "node:crypto";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { database } from "#db/client";
import type { PersonActor } from "#lib/access/actor";
import { noteRead } from "#lib/access/asking";
import { cookieNames, cookieOptions } from "#lib/access/cookie-names";
import { browserCookie } from "#lib/access/known-browser";
import { requestOrigin } from "#lib/access/request-origin";
import { signedInActor } from "#lib/access/session";
import { defineAction, definePublicAction, presentActor } from "#lib/actions/define-action";
import { leadOn } from "#lib/actions/lead-on";
import { Refusal } from "#lib/audit/refusal";
import { sendsMail } from "#lib/mail/sends-mail";
import { paths } from "#lib/paths";
import { acceptInvitation } from "#lib/people/accept-invitation";
import { addTeam } from "#lib/people/add-team";
import { askReset } from "#lib/people/ask-reset";
import { changePassword } from "#lib/people/change-password";
import { disablePerson } from "#lib/people/disable-person";
import { enablePerson } from "#lib/people/enable-person";
import { endDeputy } from "#lib/people/end-deputy";
import { endOtherSessions } from "#lib/people/end-other-sessions";
import { endPersonSessions } from "#lib/people/end-person-sessions";
import { endSession } from "#lib/people/end-session";
import { followReset } from "#lib/people/follow-reset";
import { grantRole } from "#lib/people/grant-role";
import { handOver } from "#lib/people/hand-over";
import {
  AboutPersonInput,
  AboutPersonWhyInput,
  AcceptInvitationInput,
  AddTeamInput,
  AskResetInput,
  ChangePasswordInput,
  EndDeputyInput,
  EndPersonSessionsInput,
  FollowResetInput,
  GrantRoleInput,
  HandOverInput,
  InvitePeopleInput,
  NameDeputyInput,
  NothingTypedInput,
  RenameTeamInput,
  RevokeRoleInput,
} from "#lib/people/inputs";
import { invitePeople, reviewInvited } from "#lib/people/invite-people";
import { linkOf } from "#lib/people/link-of";
import { nameDeputy } from "#lib/people/name-deputy";
import { readInvited, requireAFew } from "#lib/people/read-invited";
import { knownTeams } from "#lib/people/read-role";
import { renameTeam } from "#lib/people/rename-team";
import { renewInvitation } from "#lib/people/renew-invitation";
import { revokeRole } from "#lib/people/revoke-role";
import { resetSecondFactor } from "#lib/people/second-factor/reset-second-factor";
import { fieldsOf, type Inviting, shownInvited } from "#lib/people/shown-invited";
import { withdrawInvitation } from "#lib/people/withdraw-invitation";

/** Signs out: ends the session and forgets its cookie. Somebody whose session has ended already is signed out as well. */
export async function endSessionAction(): Promise<void> {
  noteRead();
  const actor = await signedInActor();
  if (actor && !(await isEnded(actor))) redirect(paths.account("still-signed-in"));
  (await cookies()).set(cookieNames().session, "", { ...cookieOptions(), maxAge: 0 });
  redirect(paths.signInAfter("signed-out"));
}

/** Whether a session is ended, now or before; not while the database is too busy with another act of it. */
async function isEnded(actor: PersonActor): Promise<boolean> {
  try {
    await endSession(actor);
    return true;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.code === "SESSION_ENDED";
  }
}

export const endOtherSessionsAction = defineAction(NothingTypedInput, async (asker, _nothing, request) => {
  await endOtherSessions(asker, request);
  redirect(paths.account("sessions"));
});

export const changePasswordAction = defineAction(ChangePasswordInput, async (asker, input) => {
  await changePassword(await presentActor(asker), input);
  redirect(paths.account("password"));
});

export const endPersonSessionsAction = defineAction(EndPersonSessionsInput, async (asker, input, request) => {
  await endPersonSessions(asker, input, request);
  redirect(paths.people({ ended: input.person }));
});

export const grantRoleAction = defineAction(GrantRoleInput, async (asker, input, request) => {
  await grantRole(asker, input, request);
  return leadOn(paths.person(input.person, { done: input.fromDay ? "granted to come" : "granted" }), {});
});

export const handOverAction = defineAction(HandOverInput, async (asker, input, request) => {
  await handOver(asker, input, request);
  return leadOn(paths.person(input.person, { done: "handed over" }), {});
});

/** Who gives up a role of their own may have no page of people to come back to. */
export const revokeRoleAction = defineAction(RevokeRoleInput, async (asker, input, request) => {
  const revoked = await revokeRole(asker, input, request);
  if (!revoked) return leadOn(paths.people(), {});
  if (revoked.isOwn && !input.until) return leadOn(paths.account(), {});
  const ended = input.until ? "revoked to come" : "revoked";
  return leadOn(paths.person(revoked.personId, { done: revoked.hadBegun || input.until ? ended : "not granted" }), {});
});

/** People are looked at first, as often as wanted, then invited; the links stand in the answer and nowhere else. */
export const invitePeopleAction = defineAction(InvitePeopleInput, async (asker, input, request): Promise<Inviting> => {
  const actor = await presentActor(asker);
  const teams = await knownTeams(database(), actor.organisation.id);
  const people = "block" in input ? readInvited(input.block ?? "", teams) : [{ ...input, problem: null }];
  requireAFew(people);
  if (input.does === "invite") {
    return { invited: shownInvited(await invitePeople(actor, people, request), { teams, isDone: true }) };
  }
  const review = shownInvited(await reviewInvited(actor, people), { teams, isDone: false });
  return { review, fields: fieldsOf(input), request: randomUUID() };
});

export const renewInvitationAction = defineAction(AboutPersonInput, async (asker, input, request) => {
  const renewed = await renewInvitation(asker, input, request);
  if (!renewed) return { link: null, replaces: false, isMailed: false };
  return { link: linkOf(renewed.token), replaces: renewed.replaces, isMailed: sendsMail() };
});

export const withdrawInvitationAction = defineAction(AboutPersonWhyInput, async (asker, input, request) => {
  await withdrawInvitation(asker, input, request);
  return leadOn(paths.person(input.person, { done: "withdrawn" }), {});
});

export const disablePersonAction = defineAction(AboutPersonWhyInput, async (asker, input, request) => {
  await disablePerson(asker, input, request);
  return leadOn(paths.person(input.person, { done: "disabled" }), {});
});

export const enablePersonAction = defineAction(AboutPersonInput, async (asker, input, request) => {
  await enablePerson(asker, input, request);
  return leadOn(paths.person(input.person, { done: "enabled" }), {});
});

export const resetSecondFactorAction = defineAction(AboutPersonWhyInput, async (asker, input, request) => {
  await resetSecondFactor(asker, input, request);
  return leadOn(paths.person(input.person, { done: "reset" }), {});
});

export const nameDeputyAction = defineAction(NameDeputyInput, async (asker, input, request) => {
  await nameDeputy(asker, input, request);
  return leadOn(paths.deputies({ done: "named" }), {});
});

export const endDeputyAction = defineAction(EndDeputyInput, async (asker, input, request) => {
  await endDeputy(asker, input, request);
  return leadOn(paths.deputies({ done: "ended" }), {});
});

export const addTeamAction = defineAction(AddTeamInput, async (asker, input, request) => {
  await addTeam(asker, input, request);
  return leadOn(paths.teams({ done: "added" }), {});
});

export const renameTeamAction = defineAction(RenameTeamInput, async (asker, input, request) => {
  await renameTeam(asker, input, request);
  return leadOn(paths.teams({ done: "renamed" }), {});
});

export const acceptInvitationAction = definePublicAction(AcceptInvitationInput, async (input) => {
  const personId = await acceptInvitation(input, requestOrigin(await headers()));
  const jar = await cookies();
  jar.set(browserCookie(jar, personId));
  redirect(paths.signInAfter("password-set"));
});

export const askResetAction = definePublicAction(AskResetInput, async (input) => {
  await askReset(input, requestOrigin(await headers()));
  redirect(paths.askReset("asked"));
});

export const followResetAction = definePublicAction(FollowResetInput, async (input) => {
  const personId = await followReset(input, requestOrigin(await headers()));
  const jar = await cookies();
  jar.set(browserCookie(jar, personId));
  redirect(paths.signInAfter("password-set"));
});
