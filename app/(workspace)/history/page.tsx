import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { HistoryContent } from "#components/history/history-content";
import { choicesView, foundView, type HistoryView } from "#components/history/history-view";
import { asSent } from "#components/ui/sent";
import { may } from "#lib/access/permissions";
import { requirePermission } from "#lib/audit/require-permission";
import { mostActs } from "#lib/history/act-conditions";
import { countEntries } from "#lib/history/count-entries";
import { asksActs } from "#lib/history/filter-conditions";
import { readHistoryAsked } from "#lib/history/inputs";
import { listHistoryChoices } from "#lib/history/list-choices";
import { listEntries } from "#lib/history/list-entries";
import { sayCount } from "#lib/history/say-count";
import { sayFilters } from "#lib/history/say-filters";
import { listViews } from "#lib/history/views/list-views";
import { paths } from "#lib/paths";
import { momentLocal } from "#lib/rules/moment";
import { whoIsNamed } from "#lib/rules/who-is-named";

export const metadata: Metadata = { title: "History" };

export default async function HistoryPage({ searchParams }: PageProps<"/history">) {
  const actor = await requirePermission("history.read");
  const { filters, turn, typed, problems } = readHistoryAsked(await searchParams);
  const isReadable = Object.keys(problems).length === 0;
  const [page, count, choices, views] = await Promise.all([
    isReadable ? listEntries(actor, filters, turn) : null,
    isReadable ? countEntries(actor, filters) : null,
    listHistoryChoices(actor, filters),
    listViews(actor),
  ]);
  const named = problems.person ? whoIsNamed(typed.person ?? "", choices.people) : null;
  if (named && "person" in named) redirect(paths.history({ ...typed, person: named.person }));
  const { person = "", month = "", from = "", to = "", words = "" } = typed;
  const name = choices.people.find(({ value }) => value === filters.person)?.label;
  const namesakes = choices.people.filter(({ label }) => label === name);
  return (
    <HistoryContent
      sent={asSent<HistoryView>({
        readsPast: may(actor, "past.read"),
        redacts: may(actor, "redaction.list"),
        counted: count === null ? null : sayCount(actor, count),
        asked: { filters, problems: named ? { ...problems, person: named.problem } : problems },
        views,
        today: momentLocal(new Date(), actor.organisation.timeZone).slice(0, 10),
        typed: { person: name ?? person, month, from, to, words },
        choices: choicesView(choices, named?.among ?? (namesakes.length > 1 ? namesakes : [])),
        said: sayFilters(filters, choices),
        most: asksActs(filters) ? mostActs : null,
        found: page && foundView(page, filters, actor.organisation.timeZone),
      })}
    />
  );
}
