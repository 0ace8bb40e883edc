import { GradeTiles } from "#components/scorecards/grade-tiles";
import { monthWords } from "#components/scorecards/month-words";
import { TextLink } from "#components/ui/text-link";
import { paths } from "#lib/paths";
import type { Sheet } from "#lib/scorecards/sheet";
import type { Change } from "#lib/scorecards/what-changed";

/** A scorecard at a glance: the month it leads with, by grade. */
export function ScorecardSummary({ sheet, changes }: { sheet: Sheet; changes: readonly Change[] }) {
  const { scorecard, focus, labels } = sheet;
  return (
    <section className="mt-8">
      <h2 className="text-xl">
        <TextLink href={paths.scorecard(scorecard.slug)}>{scorecard.name}</TextLink>
      </h2>
      {focus ? (
        <>
          <p className="text-soft">{monthWords(sheet, focus)}</p>
          <GradeTiles changes={changes} labels={labels} slug={scorecard.slug} />
        </>
      ) : (
        <p className="text-soft">No month that you may see yet.</p>
      )}
    </section>
  );
}
