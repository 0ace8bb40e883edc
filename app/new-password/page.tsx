import { notFound } from "next/navigation";
import { AskResetForm } from "#components/people/ask-reset-form";
import { PublicFrame } from "#components/shell/public-frame";
import { Note } from "#components/ui/note";
import { PageHeading } from "#components/ui/page-heading";
import { TextLink } from "#components/ui/text-link";
import { sendsMail } from "#lib/mail/sends-mail";
import { paths } from "#lib/paths";

export const metadata = { title: "A new password" };

export default async function AskResetPage({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  if (!sendsMail()) notFound();
  const { done } = await searchParams;
  return (
    <PublicFrame>
      <PageHeading title="A new password" />
      {done === "asked" ? (
        <>
          <Note live="status">
            If somebody signs in with this address, a mail with a link is on its way to it. The link works once, within
            an hour.
          </Note>
          <p className="mb-4">
            No mail after some minutes? Look where your mail keeps what it takes for advertising, check that it is the
            address you sign in with, and <TextLink href={paths.askReset()}>ask once more</TextLink>. Who was invited
            and has set no password yet uses the link of the invitation.
          </p>
          <p>
            <TextLink href={paths.signIn()}>Back to sign in</TextLink>
          </p>
        </>
      ) : (
        <>
          <p className="mb-4">
            Give the address you sign in with. A link to set a new password is sent to it; until you use it, your
            password stays as it is.
          </p>
          <AskResetForm />
        </>
      )}
    </PublicFrame>
  );
}
