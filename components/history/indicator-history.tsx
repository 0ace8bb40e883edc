import { EntryLines } from "#components/history/entry-lines";
import { linesView } from "#components/history/lines-view";
import { TextLink } from "#components/ui/text-link";
import type { EntryGroup } from "#lib/history/entry";
import { paths } from "#lib/paths";

/** The newest entries about one indicator, and the way to all of them. */
export function IndicatorHistory({
  scorecard,
  indicator,
  groups,
  timeZone,
}: {
  scorecard: string;
  indicator: string;
  groups: readonly EntryGroup[];
  timeZone: string;
}) {
  const filters = { scorecard, indicator };
  return (
    <section className="mt-8 print:hidden">
      <h2 className="mb-2 text-xl">History</h2>
      {groups.length === 0 ? (
        <p className="text-soft">There is no entry about it that you may read.</p>
      ) : (
        <>
          <EntryLines view={linesView(groups, filters, timeZone)} />
          <p className="mt-3">
            <TextLink href={paths.history(filters)}>All the history of {indicator}</TextLink>
          </p>
        </>
      )}
    </section>
  );
}
