import { writtenWords } from "#components/scorecards/written-words";
import { TextLink } from "#components/ui/text-link";
import { paths } from "#lib/paths";
import { editionText, editionWords } from "#lib/rules/edition";
import { wholeNumber } from "#lib/rules/whole-number";
import type { NewestEdition } from "#lib/scorecards/scorecard-rows";

/** Of a scorecard as it is: which edition readers see, how much of it was written to since, and the way to what differs. */
export function SinceEdition({ slug, edition }: { slug: string; edition: NewestEdition }) {
  const address = { edition: editionText(edition) };
  const written = writtenWords(edition.since);
  return (
    <p className="touchable mb-4 text-soft print:hidden">
      {"Readers see "}
      <TextLink href={paths.scorecard(slug, address)}>{editionWords(edition)}</TextLink>
      {written === null ? (
        ". Nothing of it was changed since."
      ) : (
        <>
          {`. Since then ${written} changed: `}
          <TextLink href={paths.scorecard(slug, { ...address, differs: "now" })}>what differs by now</TextLink>
          {edition.restated > 0 &&
            `; ${edition.restated === 1 ? "one figure was" : `${wholeNumber(edition.restated)} figures were`} restated`}
        </>
      )}
    </p>
  );
}
