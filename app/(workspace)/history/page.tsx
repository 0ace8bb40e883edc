import type { Metadata } from "next";
import { ActiveFilters } from "#components/history/active-filters";
import { EntryList } from "#components/history/entry-list";
import { FilterForm } from "#components/history/filter-form";
import { DownloadButton } from "#components/ui/button";
import { EmptyState } from "#components/ui/empty-state";
import { ErrorSummary } from "#components/ui/error-summary";
import { PageHeading } from "#components/ui/page-heading";
import { Pagination } from "#components/ui/pagination";
import { TextLink } from "#components/ui/text-link";
import { requirePermission } from "#lib/audit/require-permission";
import { countEntries } from "#lib/history/count-entries";
import type { EntryGroup } from "#lib/history/entry";
import { readHistoryAsked } from "#lib/history/inputs";
import { listHistoryChoices } from "#lib/history/list-choices";
import { listEntries } from "#lib/history/list-entries";
import { sayCount } from "#lib/history/say-count";
import { sayFilters } from "#lib/history/say-filters";
import { paths } from "#lib/paths";

export const metadata: Metadata = { title: "History" };

export default async function HistoryPage({ searchParams }: PageProps<"/history">) {
  const actor = await requirePermission("history.read");
  const search = await searchParams;
  const asked = readHistoryAsked(search);
  const { filters, turn } = asked;
  const errors = Object.entries(asked.problems).map(([field, message]) => ({ field, message }));
  const [page, count, choices] = await Promise.all([
    errors.length === 0 ? listEntries(actor, filters, turn) : null,
    errors.length === 0 ? countEntries(actor, filters) : 0,
    listHistoryChoices(actor),
  ]);
  const typed = Object.fromEntries(Object.entries(search).map(([name, value]) => [name, [value].flat()[0] ?? ""]));
  return (
    <>
      <PageHeading
        title="History"
        meta={page && sayCount(actor, count)}
        actions={page && <DownloadButton href={paths.historyCsv(filters)}>Export as CSV</DownloadButton>}
      />
      <ErrorSummary errors={errors} />
      <FilterForm asked={asked} typed={typed} choices={choices} />
      <ActiveFilters filters={filters} said={sayFilters(filters, choices)} />
      {page && page.groups.length > 0 && (
        <div className="mt-5">
          <EntryList groups={page.groups} timeZone={actor.organisation.timeZone} />
          <Pagination
            newer={page.newer === null ? undefined : paths.history({ ...filters, after: page.newer })}
            older={page.older === null ? undefined : paths.history({ ...filters, before: page.older })}
            here={entriesHere(page.groups)}
          />
        </div>
      )}
      {page?.groups.length === 0 && (
        <EmptyState title="No entry is like that">
          Nothing that you may read was done so. Take a filter away, or{" "}
          <TextLink href={paths.history()}>see the whole history</TextLink>.
        </EmptyState>
      )}
    </>
  );
}

/** "Entries 34 to 490": where the page stands in the trail, though a filter may leave entries out between. */
function entriesHere(groups: readonly EntryGroup[]): string {
  const [oldest, newest] = [Math.min(...groups.map(({ oldest }) => oldest)), groups[0]?.position ?? 0];
  return oldest === newest
    ? `Entry ${newest.toLocaleString("en-GB")}`
    : `Entries ${oldest.toLocaleString("en-GB")} to ${newest.toLocaleString("en-GB")}`;
}
