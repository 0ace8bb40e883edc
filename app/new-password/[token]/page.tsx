import { notFound } from "next/navigation";
import { FollowResetForm } from "#components/people/follow-reset-form";
import { PublicFrame } from "#components/shell/public-frame";
import { PageHeading } from "#components/ui/page-heading";
import { TextLink } from "#components/ui/text-link";
import { sendsMail } from "#lib/mail/sends-mail";
import { paths } from "#lib/paths";
import { findReset } from "#lib/people/find-reset";
import { apart } from "#lib/rules/direction";
import { resetWords } from "#lib/rules/reset-words";

export const metadata = { title: "Set a new password" };

export default async function FollowResetPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const found = (await findReset(token)) ?? notFound();
  if (found.state === "open") {
    return (
      <PublicFrame>
        <PageHeading title="Set a new password" meta={`${apart(found.name)}, ${found.email}`} />
        <p className="mb-4">
          You are signed out everywhere when it is set, and sign in with it. The link that led here works once.
        </p>
        <FollowResetForm token={token} email={found.email} />
      </PublicFrame>
    );
  }
  return (
    <PublicFrame>
      <PageHeading title="No password can be set by this link" />
      <p className="mb-4">{resetWords[found.state]}</p>
      <p>
        {sendsMail() && found.state !== "disabled" && (
          <>
            <TextLink href={paths.askReset()}>Ask for another link</TextLink>, or{" "}
          </>
        )}
        <TextLink href={paths.signIn()}>sign in</TextLink> with the password you know.
      </p>
    </PublicFrame>
  );
}
