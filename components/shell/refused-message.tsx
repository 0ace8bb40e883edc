import { PageHeading } from "#components/ui/page-heading";
import { TextLink } from "#components/ui/text-link";
import { paths } from "#lib/paths";

export function RefusedMessage() {
  return (
    <>
      <title>Not for your role · Candour</title>
      <PageHeading title="This page is not for your role" />
      <p className="max-w-2xl">
        You are signed in, but none of your roles may open this page. If you need it for your work, ask the performance
        officer, who grants roles.
      </p>
      <p className="mt-4">
        <TextLink href={paths.home()}>Go to your home page</TextLink> or{" "}
        <TextLink href={paths.account()}>see the roles you hold</TextLink>.
      </p>
    </>
  );
}
