import { PageHeading } from "#components/ui/page-heading";
import { TextLink } from "#components/ui/text-link";
import { paths } from "#lib/paths";
import { refusedPageWords } from "#lib/rules/refused-page";

export function RefusedMessage() {
  return (
    <>
      <title>Not for your role · Candour</title>
      <PageHeading title="This page is not for your role" />
      <p className="max-w-2xl">{refusedPageWords[403]}</p>
      <p className="mt-4">
        <TextLink href={paths.home()}>Go to your home page</TextLink> or{" "}
        <TextLink href={paths.account()}>see the roles you hold</TextLink>.
      </p>
    </>
  );
}
