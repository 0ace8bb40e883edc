import { cookies } from "next/headers";
import { SignInCodeForm } from "#components/people/second-factor/sign-in-code-form";
import { StartAgainForm } from "#components/people/second-factor/start-again-form";
import { PublicFrame } from "#components/shell/public-frame";
import { PageHeading } from "#components/ui/page-heading";
import { TextLink } from "#components/ui/text-link";
import { paths } from "#lib/paths";
import { findEmail } from "#lib/sign-in/find-email";
import { readPasswordShown } from "#lib/sign-in/password-shown-cookie";

export const metadata = { title: "Your code" };

export default async function SignInCodePage() {
  const shown = await readPasswordShown(await cookies());
  const email = shown && (await findEmail(shown.personId));
  return (
    <PublicFrame>
      <PageHeading title="Your code" />
      {email ? (
        <>
          <p className="mb-4">
            For <strong className="[overflow-wrap:anywhere]">{email}</strong>. Open the app that you set up as your
            second factor, and type the code that it shows for Candour. Without your phone, use a recovery code; without
            either, ask your performance officer.
          </p>
          <SignInCodeForm />
          <StartAgainForm />
        </>
      ) : (
        <p>
          A code is asked for after your password, for ten minutes. <TextLink href={paths.signIn()}>Sign in</TextLink>
        </p>
      )}
    </PublicFrame>
  );
}
