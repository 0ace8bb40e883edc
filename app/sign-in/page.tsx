import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { DemonstrationAccounts } from "#components/people/demonstration-accounts";
import { SignInForm } from "#components/people/sign-in-form";
import { PublicFrame } from "#components/shell/public-frame";
import { LinkButton } from "#components/ui/button";
import { Note } from "#components/ui/note";
import { PageHeading } from "#components/ui/page-heading";
import { TextLink } from "#components/ui/text-link";
import { cookieNames } from "#lib/access/cookie-names";
import { localPath } from "#lib/access/local-path";
import { openIdSettings } from "#lib/access/openid-settings";
import { signedInActor } from "#lib/access/session";
import { whyEnded } from "#lib/access/why-ended";
import { sendsMail } from "#lib/mail/sends-mail";
import { paths } from "#lib/paths";
import { demonstrationPassword, demonstrationPeople } from "#lib/people/demonstration-people";
import { endedWords } from "#lib/rules/ended-words";
import { firstDayWords } from "#lib/rules/first-day-words";
import { openIdWords } from "#lib/rules/openid-words";
import { formToken } from "#lib/sign-in/form-token";
import { readRefused } from "#lib/sign-in/refused-cookie";

export const metadata = { title: "Sign in" };

const done: Record<string, string> = {
  "signed-out": "You are signed out.",
  "password-set": "Your password is set. Sign in with it.",
};

type Asked = Partial<Record<"callbackUrl" | "error" | "why" | "done", string>>;

export default async function SignInPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const [asked, jar] = await Promise.all([searchParams, cookies()]);
  const returnTo = localPath(asked.callbackUrl);
  if (await signedInActor()) redirect(returnTo);
  const token = formToken(jar);
  // A page cannot set the form's cookie: next-auth's own route does, and leads back here.
  if (!token && asked.error !== "COOKIES")
    redirect(paths.startSignIn(returnTo, { error: "COOKIES", why: asked.error, done: asked.done }));
  if (token && asked.error === "COOKIES") redirect(paths.signIn(returnTo, { error: asked.why, done: asked.done }));
  const refused = asked.error ? readRefused(jar.get(cookieNames().refused)?.value) : { email: "" };
  const ended = asked.done || refused.email || openIdWords(asked.error ?? "") ? null : await whyEnded();
  const openId = openIdSettings();
  const said = asked.done && (Object.hasOwn(done, asked.done) ? done[asked.done] : firstDayWords(asked.done));
  return (
    <PublicFrame>
      <PageHeading title="Sign in" meta="The monthly performance scorecard of children's services" />
      {said && <Note live="status">{said}</Note>}
      {ended && <Note live="status">{endedWords(ended)}</Note>}
      <SignInForm token={token ?? ""} returnTo={returnTo} error={asked.error} refused={refused} />
      {openId && (
        <p className="mt-6 border-t border-line pt-6">
          <LinkButton href={paths.beginOpenId({ callbackUrl: returnTo })}>{openId.button}</LinkButton>
        </p>
      )}
      {sendsMail() && (
        <p className="mt-4">
          <TextLink href={paths.askReset()}>I no longer know my password</TextLink>
        </p>
      )}
      {token && process.env.CANDOUR_DEMONSTRATION === "yes" && (
        <DemonstrationAccounts
          token={token}
          returnTo={returnTo}
          people={demonstrationPeople}
          password={demonstrationPassword}
        />
      )}
    </PublicFrame>
  );
}
