import { notFound } from "next/navigation";
import { AcceptInvitationForm } from "#components/people/accept-invitation-form";
import { PublicFrame } from "#components/shell/public-frame";
import { PageHeading } from "#components/ui/page-heading";
import { findInvitation } from "#lib/people/find-invitation";

export const metadata = { title: "Set your password" };

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const invited = await findInvitation(token);
  if (invited?.state !== "open") notFound();
  return (
    <PublicFrame>
      <PageHeading title="Set your password" meta={`${invited.name}, ${invited.email}`} />
      <p className="mb-4">
        You have been invited to Candour, where children's services keeps its monthly performance scorecard. Set a
        password, then sign in with it and your e-mail address. This page works once.
      </p>
      <AcceptInvitationForm token={token} email={invited.email} />
    </PublicFrame>
  );
}
