"use client";

import { ActiveFilters } from "#components/history/active-filters";
import { EntryLines } from "#components/history/entry-lines";
import { FilterForm } from "#components/history/filter-form";
import type { HistoryView } from "#components/history/history-view";
import { NearDays } from "#components/history/near-days";
import { SavedViews } from "#components/history/saved-views";
import { DownloadButton, LinkButton } from "#components/ui/button";
import { EmptyState } from "#components/ui/empty-state";
import { ErrorSummary } from "#components/ui/error-summary";
import { PageHeading } from "#components/ui/page-heading";
import { Pagination } from "#components/ui/pagination";
import { received, type Sent } from "#components/ui/sent";
import { TextLink } from "#components/ui/text-link";
import { paths } from "#lib/paths";

/** What is asked for by an address alone: the form has no field of it. */
const byAddress = new Set(["action", "request", "import", "address", "afterEdition", "toEdition", "before", "after"]);

/** The page of history, drawn of one plain model, as a scorecard's is. */
export function HistoryContent({ sent }: { sent: Sent<HistoryView> }) {
  const view = received(sent);
  const { readsPast, redacts, counted, asked, typed, today, choices, said, most, found, views } = view;
  const { filters, problems } = asked;
  const errors = Object.entries(problems).map(([field, message]) =>
    byAddress.has(field) ? { message } : { field, message },
  );
  return (
    <>
      <PageHeading
        title="History"
        meta={counted}
        actions={
          counted && (
            <>
              {readsPast && <LinkButton href={paths.asOf()}>As it stood</LinkButton>}
              {readsPast && <LinkButton href={paths.integrity()}>Integrity</LinkButton>}
              {redacts && <LinkButton href={paths.redactions()}>Redactions</LinkButton>}
              <DownloadButton href={paths.historyCsv(filters)}>Export as CSV</DownloadButton>
              <DownloadButton href={paths.historyZip(filters)}>Export with proofs</DownloadButton>
            </>
          )
        }
      />
      <ErrorSummary errors={errors} />
      <FilterForm asked={asked} typed={typed} choices={choices} />
      <NearDays filters={filters} today={today} />
      {counted && <SavedViews views={views} filters={filters} />}
      <ActiveFilters filters={filters} said={said} />
      {most && (
        <p className="mt-2 text-sm text-soft">
          {`Found among the newest ${most} acts that have it: the days, the person or what was done narrow them to others. What is taken away has all.`}
        </p>
      )}
      {found && found.lines.lines.length > 0 && (
        <div className="mt-5">
          <EntryLines view={found.lines} isInHistory />
          <Pagination
            newer={found.newer === null ? undefined : paths.history({ ...filters, after: found.newer })}
            older={found.older === null ? undefined : paths.history({ ...filters, before: found.older })}
            here={found.here}
          />
        </div>
      )}
      {found?.lines.lines.length === 0 && (
        <EmptyState title="No entry is like that">
          Nothing that you may read was done so. Take a filter away, or{" "}
          <TextLink href={paths.history()}>see the whole history</TextLink>.
        </EmptyState>
      )}
    </>
  );
}
