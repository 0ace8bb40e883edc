import { PageHeading } from "#components/ui/page-heading";
import { TextLink } from "#components/ui/text-link";
import { paths } from "#lib/paths";
import { refusedPageWords } from "#lib/rules/refused-page";

export function MissingMessage() {
  return (
    <>
      <title>Page not found · Candour</title>
      <PageHeading title="There is no such page" />
      <p className="max-w-2xl">{refusedPageWords[404]}</p>
      <p className="mt-4">
        <TextLink href={paths.home()}>Go to your home page</TextLink> or{" "}
        <TextLink href={paths.scorecards()}>see the scorecards</TextLink>.
      </p>
    </>
  );
}
