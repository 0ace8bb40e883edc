import { differenceCounts } from "#components/scorecards/difference-counts";
import type { Difference } from "#components/scorecards/differences-view";
import { TextLink } from "#components/ui/text-link";
import { paths } from "#lib/paths";
import { type EditionName, editionText, editionWords } from "#lib/rules/edition";

/** Of a scorecard as it is: which edition readers see, and how what it published differs from it by now. */
export function SinceEdition({
  slug,
  edition,
  differences,
}: {
  slug: string;
  edition: EditionName;
  differences: readonly Difference[];
}) {
  const address = { edition: editionText(edition) };
  return (
    <p className="touchable mb-4 text-soft print:hidden">
      {"Readers see "}
      <TextLink href={paths.scorecard(slug, address)}>{editionWords(edition)}</TextLink>
      {differences.length === 0 ? (
        ". Of what it shows nothing differs by now."
      ) : (
        <>
          {". Since then "}
          <TextLink href={paths.scorecard(slug, { ...address, differs: "now" })}>
            {differenceCounts(differences)}
          </TextLink>
          {" came to differ from it."}
        </>
      )}
    </p>
  );
}
