"use client";

import { useSentAction } from "#components/kept/use-sent-action";
import { InviteForms } from "#components/people/invite-forms";
import { InviteReview } from "#components/people/invite-review";
import { InvitedLinks } from "#components/people/invited-links";
import { invitePeopleAction } from "#lib/people/actions";

/** One person, or several from a spreadsheet: put in, looked at, then invited; and the links to hand on. */
export function InvitePeople({ teams }: { teams: readonly { id: string; name: string }[] }) {
  const [result, send, isBusy] = useSentAction(invitePeopleAction);
  if (result?.ok && "invited" in result.value) return <InvitedLinks people={result.value.invited} />;
  if (result?.ok && "review" in result.value) {
    const { review, fields, request } = result.value;
    return (
      <InviteReview key={request} people={review} fields={fields} request={request} action={send} isBusy={isBusy} />
    );
  }
  return <InviteForms teams={teams} refused={result && !result.ok ? result : null} action={send} isBusy={isBusy} />;
}
