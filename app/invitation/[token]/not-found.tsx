import { PublicFrame } from "#components/shell/public-frame";
import { PageHeading } from "#components/ui/page-heading";
import { TextLink } from "#components/ui/text-link";
import { paths } from "#lib/paths";

export const metadata = { title: "This invitation does not work any more" };

export default function InvitationGone() {
  return (
    <PublicFrame>
      <title>This invitation does not work any more · Candour</title>
      <PageHeading title="This invitation does not work any more" />
      <p>
        An invitation works once, and for seven days. If you have set your password already,{" "}
        <TextLink href={paths.signIn()}>sign in with it</TextLink>. If not, check that you have the whole link, or ask
        whoever sent it for another one.
      </p>
    </PublicFrame>
  );
}
