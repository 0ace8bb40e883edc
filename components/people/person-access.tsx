import { EnablePersonForm } from "#components/people/enable-person-form";
import { RenewInvitationForm } from "#components/people/renew-invitation-form";
import { WhyForm } from "#components/people/why-form";
import type { InvitationMail, InvitationState } from "#lib/people/get-invitation";
import { apart } from "#lib/rules/direction";
import { momentName } from "#lib/rules/moment";

/** Whether a person can come in, and what the officer may do about it. */
export function PersonAccess({
  person,
  isOwn,
  state,
  timeZone,
  newRequest,
}: {
  person: { id: string; name: string; disabledAt: Date | null };
  isOwn: boolean;
  state: InvitationState;
  timeZone: string;
  newRequest: () => string;
}) {
  const { id, name, disabledAt } = person;
  if (disabledAt) {
    return (
      <>
        <h2 className="mt-8 mb-2 text-xl">Disabled</h2>
        <p className="mb-3">
          {name} is kept out since {momentName(disabledAt, timeZone)}. Enabled, they sign in again with the roles held.
        </p>
        <EnablePersonForm person={id} request={newRequest()} />
      </>
    );
  }
  return (
    <>
      {!state.canSignIn && (
        <>
          <h2 className="mt-8 mb-2 text-xl">Invitation</h2>
          <p className="mb-3">{saidOf(name, state, timeZone)}</p>
          <RenewInvitationForm person={id} request={newRequest()} />
          {state.newest?.isOpen && <WhyForm kind="withdraw" id={id} request={newRequest()} />}
        </>
      )}
      {!isOwn && state.hasSecondFactor && (
        <>
          <h2 className="mt-8 mb-1 text-xl">Second factor</h2>
          <p>
            {name} is asked for a code of an app after their password. Reset it for who has neither the app nor a
            recovery code any more, once you are sure that it is they who ask: they are told.
          </p>
          <WhyForm kind="reset" id={id} request={newRequest()} />
        </>
      )}
      {!isOwn && (
        <>
          <h2 className="mt-8 mb-1 text-xl">Disable</h2>
          <p>
            {name} is signed out everywhere at once and cannot sign in. Their roles wait, and what they wrote stays.
          </p>
          <WhyForm kind="disable" id={id} request={newRequest()} />
        </>
      )}
    </>
  );
}

function saidOf(name: string, { newest }: InvitationState, timeZone: string): string {
  if (!newest) return `${apart(name)} has no password and was never sent a link.`;
  const made = `on ${momentName(newest.invitedAt, timeZone)} by ${newest.invitedBy ?? "a command"}`;
  return newest.isOpen
    ? `${apart(name)} has set no password yet. The link made ${made} works until ${momentName(newest.expiresAt, timeZone)}. Another ends it.${mailWords(newest.mail, timeZone)}`
    : `${apart(name)} has set no password, and the link made ${made} works no longer.`;
}

function mailWords(mail: InvitationMail | null, timeZone: string): string {
  if (!mail) return "";
  if (mail.sentAt) return ` It was sent to them by mail on ${momentName(mail.sentAt, timeZone)}.`;
  if (mail.givenUpAt) return " It could not be sent to them by mail: check the address, or hand them the link.";
  return mail.hasFailed
    ? " It waits to be sent to them by mail: the mail server did not take it yet, and is tried again."
    : " It waits to be sent to them by mail.";
}
