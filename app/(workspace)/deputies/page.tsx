import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { DeputyDoneNote } from "#components/deputies/deputy-done";
import { DeputyList } from "#components/deputies/deputy-list";
import { NameDeputyForm } from "#components/deputies/name-deputy-form";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeading } from "#components/ui/page-heading";
import { holds } from "#lib/access/actor";
import { requirePermission } from "#lib/audit/require-permission";
import { getDeputyChoices, listDeputies } from "#lib/people/list-deputies";
import { dayIn } from "#lib/rules/day";
import { apart } from "#lib/rules/direction";

export const metadata: Metadata = { title: "Deputies" };

/** Who decides for a head of service who is away: now, to come and before, and what names and ends them. */
export default async function DeputiesPage({ searchParams }: PageProps<"/deputies">) {
  const [actor, { done }] = await Promise.all([requirePermission("deputy.list"), searchParams]);
  const [{ now, notNow, toCome, before }, choices] = await Promise.all([listDeputies(actor), getDeputyChoices(actor)]);
  const { timeZone } = actor.organisation;
  const isOfficer = holds(actor, "performance officer");
  const groups = [
    { title: "Now", deputies: now, isOver: false },
    { title: "Not now", deputies: notNow, isOver: false },
    { title: "To come", deputies: toCome, isOver: false },
    { title: "Before", deputies: before, isOver: true },
  ].filter(({ deputies }) => deputies.length > 0);
  return (
    <div className="max-w-3xl">
      <PageHeading title="Deputies" meta="Who decides on comments while a head of service is away" />
      <DeputyDoneNote done={done} />
      {groups.length === 0 && (
        <EmptyState title="Nobody stands in">
          Between two days a deputy approves and returns comments in a head of service’s name, and never words of
          either.
        </EmptyState>
      )}
      {groups.map(({ title, deputies, isOver }) => (
        <section key={title} aria-label={title}>
          <h2 className="mt-8 mb-1 text-xl">{title}</h2>
          <DeputyList
            deputies={deputies}
            mayEnd={({ headId }) => !isOver && (isOfficer || headId === actor.person.id)}
            timeZone={timeZone}
            newRequest={randomUUID}
          />
        </section>
      ))}
      {choices && (
        <>
          <h2 className="mt-10 mb-1 text-xl">Name a deputy</h2>
          {choices.heads.length === 0 ? (
            <p className="text-soft">There is no head of service to stand in for.</p>
          ) : (
            <NameDeputyForm
              heads={choices.heads.map((it) => ({
                value: `${it.headId} ${it.teamId}`,
                label: `${apart(it.head)}, ${it.team}`,
              }))}
              people={choices.people.map(({ id, name, roles }) => ({ value: id, label: `${apart(name)} (${roles})` }))}
              today={dayIn(timeZone, new Date())}
              request={randomUUID()}
            />
          )}
        </>
      )}
    </div>
  );
}
