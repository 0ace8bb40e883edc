import { notFound } from "next/navigation";
import { AcceptInvitationForm } from "#components/people/accept-invitation-form";
import { PublicFrame } from "#components/shell/public-frame";
import { LinkButton } from "#components/ui/button";
import { PageHeading } from "#components/ui/page-heading";
import { openIdSettings } from "#lib/access/openid-settings";
import { paths } from "#lib/paths";
import { findInvitation } from "#lib/people/find-invitation";
import { apart } from "#lib/rules/direction";

const title = () => (openIdSettings() ? "Accept your invitation" : "Set your password");

export const generateMetadata = () => ({ title: title() });

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const invited = await findInvitation(token);
  if (invited?.state !== "open") notFound();
  const openId = invited.hasPassword ? null : openIdSettings();
  return (
    <PublicFrame>
      <PageHeading title={title()} meta={`${apart(invited.name)}, ${invited.email}`} />
      <p className="mb-4">
        You have been invited to Candour, where children's services keeps its monthly performance scorecard.{" "}
        {openId
          ? "Use your organisation’s account; or set a password, then sign in with it and your e-mail address."
          : "Set a password, then sign in with it and your e-mail address."}{" "}
        This page works once.
      </p>
      {openId && (
        <p className="mb-6 border-b border-line pb-6">
          <LinkButton href={paths.beginOpenId({ invitation: token })}>{openId.button}</LinkButton>
        </p>
      )}
      <AcceptInvitationForm token={token} email={invited.email} />
    </PublicFrame>
  );
}
