"use client";

import { useEffect } from "react";
import { forget } from "#components/kept/kept-words";
import { usePerson } from "#components/kept/signed-in";
import { useSentAction } from "#components/kept/use-sent-action";
import { InviteForms, kept } from "#components/people/invite-forms";
import { InviteReviewLater } from "#components/people/invite-review-later";
import { InvitedLinks } from "#components/people/invited-links";
import { invitePeopleAction } from "#lib/people/actions";

/** One person, or several from a spreadsheet: put in, looked at, then invited; and the links to hand on. */
export function InvitePeople({
  teams,
  columns,
}: {
  teams: readonly { id: string; name: string }[];
  /** Which columns are pasted: words that the page says, so that its script is lighter by them. */
  columns: string;
}) {
  const [result, send, isBusy] = useSentAction(invitePeopleAction);
  const person = usePerson();
  const isInvited = result?.ok === true && "invited" in result.value;
  // What was looked at and not sent is kept; of what was sent nothing is left to do.
  useEffect(() => {
    if (isInvited) for (const name of Object.values(kept)) forget(person, name);
  }, [isInvited, person]);
  if (result?.ok && "invited" in result.value) return <InvitedLinks people={result.value.invited} />;
  if (result?.ok && "review" in result.value) {
    const { review, fields, request } = result.value;
    return (
      <InviteReviewLater
        key={request}
        people={review}
        fields={fields}
        request={request}
        action={send}
        isBusy={isBusy}
      />
    );
  }
  return (
    <InviteForms
      teams={teams}
      columns={columns}
      refused={result && !result.ok ? result : null}
      action={send}
      isBusy={isBusy}
    />
  );
}
