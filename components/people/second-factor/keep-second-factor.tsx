"use client";

import { useSentAction } from "#components/kept/use-sent-action";
import { WrittenBy } from "#components/kept/written-by";
import { CodeField } from "#components/people/second-factor/code-field";
import { EnrolForm } from "#components/people/second-factor/enrol-form";
import { PasswordAndCodeForm } from "#components/people/second-factor/password-and-code-form";
import { QrPicture } from "#components/people/second-factor/qr-picture";
import { RecoveryCodes } from "#components/people/second-factor/recovery-codes";
import { Button } from "#components/ui/button";
import { Note } from "#components/ui/note";
import { RefusedSummary } from "#components/ui/refused-summary";
import { TextLink } from "#components/ui/text-link";
import { paths } from "#lib/paths";
import {
  confirmSecondFactorAction,
  removeSecondFactorAction,
  renewRecoveryCodesAction,
} from "#lib/people/second-factor/actions";

/** What is shown to scan or to type, until a code confirms it. */
export type ToConfirm = { uri: string; qr: { size: number; path: string }; key: string };

/**
 * All that somebody does with their second factor, in one component: the recovery codes are in an action's answer alone, and
 * what the page shows by then is another state than the form was sent from.
 */
export function KeepSecondFactor({
  state,
  toConfirm,
  codesLeft,
  needed,
  next,
}: {
  state: "none" | "to confirm" | "confirmed";
  toConfirm: ToConfirm | null;
  codesLeft: string;
  /** Why they have to have one; blank for who need not. */
  needed: string;
  /** Where who was led here goes on to. */
  next: string;
}) {
  const confirm = useSentAction(confirmSecondFactorAction);
  const renew = useSentAction(renewRecoveryCodesAction);
  const remove = useSentAction(removeSecondFactorAction);
  if (renew[0]?.ok) {
    return (
      <RecoveryCodes
        codes={renew[0].value.codes}
        next={next}
        said="These are your new recovery codes. Those before work no longer."
      />
    );
  }
  if (confirm[0]?.ok) {
    return (
      <RecoveryCodes
        codes={confirm[0].value.codes}
        next={next}
        said="Your second factor is set up: from now on you are asked for a code after your password. You are signed out everywhere else."
      />
    );
  }
  if (state === "confirmed") {
    return (
      <>
        <p>{codesLeft}</p>
        <h2 className="mt-8 mb-1 text-xl">New recovery codes</h2>
        <p className="mb-3">For when few are left, or somebody else may have seen them. Those before work no longer.</p>
        <PasswordAndCodeForm
          prefix="renew"
          label="New recovery codes"
          button="Make ten new ones"
          tone="quiet"
          sent={renew}
        />
        {needed ? (
          <p className="mt-8">
            {needed} So it stays. For another phone, ask another performance officer to reset it: you then set up the
            new one as you sign in.
          </p>
        ) : (
          <>
            <h2 className="mt-8 mb-1 text-xl">Take it away</h2>
            <p className="mb-3">
              For another phone too: take this one away, then set up the other. Until then your password alone signs you
              in.
            </p>
            <PasswordAndCodeForm
              prefix="remove"
              label="Take the second factor away"
              button="Take the second factor away"
              tone="stop"
              sent={remove}
            />
          </>
        )}
      </>
    );
  }
  const why = needed && (
    <Note>
      {needed} Until it is set up nothing else is open to you here, but signing out. Then you go on where you wanted to
      go.
    </Note>
  );
  if (state === "none" || !toConfirm) {
    return (
      <>
        {why}
        <p className="mb-3">
          An app on your phone, such as Microsoft Authenticator, Google Authenticator or a password manager, shows
          another six digits every half minute. With it set up, nobody signs in as you who has only come by your
          password.
        </p>
        <EnrolForm returnTo={next} />
      </>
    );
  }
  const [result, send, isPending] = confirm;
  return (
    <>
      {why}
      <ol className="list-decimal space-y-6 pl-6">
        <li>
          <p className="mb-3">Scan this with your app.</p>
          <QrPicture {...toConfirm.qr} label="QR code of the key below, for your app" />
          <p className="mt-3">
            On the phone itself, <TextLink href={toConfirm.uri}>open it in your app</TextLink>. Or type the key, as one
            that goes by time:
          </p>
          <p className="mt-1 font-mono text-lg break-words">{toConfirm.key}</p>
        </li>
        <li>
          <p className="mb-3">Type the code that the app shows then.</p>
          <form aria-label="Confirm your second factor" action={send} className="max-w-md">
            <RefusedSummary result={result} />
            <WrittenBy answer={result} />
            <CodeField
              error={result && !result.ok ? result.fields.code : undefined}
              hint="Six digits, another every half minute."
            />
            <Button type="submit" disabled={isPending}>
              Set it up
            </Button>
          </form>
          {!needed && (
            <p className="mt-4 text-soft">
              Nothing is asked of you before this is done. <TextLink href={paths.account()}>Not now</TextLink>
            </p>
          )}
        </li>
      </ol>
    </>
  );
}
