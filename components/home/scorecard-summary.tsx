import { GradeTiles } from "#components/scorecards/grade-tiles";
import { monthWords } from "#components/scorecards/month-words";
import { TextLink } from "#components/ui/text-link";
import { paths } from "#lib/paths";
import { type EditionName, editionText } from "#lib/rules/edition";
import type { Sheet } from "#lib/scorecards/sheet";
import type { Change } from "#lib/scorecards/what-changed";

/** A scorecard at a glance, as it is or as an edition shows it: the month it leads with, by grade. */
export function ScorecardSummary({
  sheet,
  changes,
  edition,
}: {
  sheet: Sheet;
  changes: readonly Change[];
  edition?: EditionName;
}) {
  const { scorecard, focus, labels } = sheet;
  const past = edition ? { edition: editionText(edition) } : {};
  return (
    <section className="mt-8">
      <h2 className="text-xl">
        <TextLink href={paths.scorecard(scorecard.slug, past)}>{scorecard.name}</TextLink>
      </h2>
      {focus ? (
        <>
          <p className="text-soft">
            {[edition && `Edition ${edition.number}`, monthWords(sheet, focus)].filter(Boolean).join(" · ")}
          </p>
          <GradeTiles changes={changes} labels={labels} slug={scorecard.slug} past={past} />
        </>
      ) : (
        <p className="text-soft">No month that you may see yet.</p>
      )}
    </section>
  );
}
