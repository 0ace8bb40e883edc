import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { EndViewForm } from "#components/history/end-view-form";
import { SaveViewForm } from "#components/history/save-view-form";
import { Breadcrumbs } from "#components/ui/breadcrumbs";
import { EmptyState } from "#components/ui/empty-state";
import { Note } from "#components/ui/note";
import { PageHeading } from "#components/ui/page-heading";
import { TextLink } from "#components/ui/text-link";
import { requirePermission } from "#lib/audit/require-permission";
import { type HistoryFilters, readHistoryAsked } from "#lib/history/inputs";
import { listHistoryChoices } from "#lib/history/list-choices";
import { sayFilters } from "#lib/history/say-filters";
import { listViews } from "#lib/history/views/list-views";
import { paths } from "#lib/paths";

export const metadata: Metadata = { title: "Saved views" };

const done = new Map([
  ["saved", "It is saved. You find it above the history from now on."],
  ["ended", "It is taken away. What it showed is in the history as before."],
]);

/** Parts of the history that its reader comes back to; with filters in the address, those are saved by a name. */
export default async function SavedViewsPage({ searchParams }: PageProps<"/history/views">) {
  const [actor, search] = await Promise.all([requirePermission("view.save"), searchParams]);
  const { filters, problems } = readHistoryAsked(search);
  const views = await listViews(actor);
  const choices = await listHistoryChoices(actor, filters, ...views.flatMap((view) => view.filters ?? []));
  const inWords = (of: HistoryFilters) => sayFilters(of, choices).map(({ label, value }) => `${label}: ${value}`);
  const asked = Object.keys(problems).length > 0 ? "" : paths.historyFromHistory(filters).slice(1);
  const said = done.get(String(search.done));
  return (
    <>
      <Breadcrumbs steps={[{ label: "History", href: paths.history() }, { label: "Saved views" }]} />
      <PageHeading title="Saved views" meta="Parts of the history that you come back to; only you find them here" />
      {said && <Note live="status">{said}</Note>}
      {asked !== "" && (
        <section aria-labelledby="save" className="mb-8">
          <h2 id="save" className="text-xl">
            Save what is filtered now
          </h2>
          <p className="mb-3 text-soft wrap-anywhere">{inWords(filters).join(" · ")}</p>
          <SaveViewForm asked={asked} request={randomUUID()} />
        </section>
      )}
      {views.length === 0 ? (
        <EmptyState title="You have saved no view">
          Filter <TextLink href={paths.history()}>the history</TextLink>, and choose “Save this view” above its lines.
        </EmptyState>
      ) : (
        <ul aria-label="Your saved views" className="max-w-3xl">
          {views.map(({ id, name, filters: of }) => (
            <li
              key={id}
              className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line py-2.5"
            >
              <div className="min-w-0">
                {of ? (
                  <TextLink href={paths.history(of)} className="text-lg wrap-anywhere">
                    <bdi>{name}</bdi>
                  </TextLink>
                ) : (
                  <bdi className="text-lg wrap-anywhere">{name}</bdi>
                )}
                <p className="text-soft wrap-anywhere">
                  {of
                    ? inWords(of).join(" · ")
                    : "It asks for what can no longer be asked. Take it away, and save it anew."}
                </p>
              </div>
              <EndViewForm view={id} name={name} request={randomUUID()} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
