import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { EndPersonSessionsForm } from "#components/people/end-person-sessions-form";
import { Leaving } from "#components/people/leaving";
import { SecondFactorStanding, Standing } from "#components/people/people-table";
import { PersonAccess } from "#components/people/person-access";
import { PersonDoneNote } from "#components/people/person-done";
import { PersonRoles } from "#components/people/person-roles";
import { SessionsTable } from "#components/people/sessions-table";
import { Breadcrumbs } from "#components/ui/breadcrumbs";
import { PageHeading } from "#components/ui/page-heading";
import { SummaryList } from "#components/ui/summary-list";
import { TextLink } from "#components/ui/text-link";
import { may } from "#lib/access/permissions";
import { currentActor } from "#lib/access/session";
import { requirePermission } from "#lib/audit/require-permission";
import { paths } from "#lib/paths";
import { getInvitation } from "#lib/people/get-invitation";
import { getLeaving } from "#lib/people/get-leaving";
import { listRolesOf } from "#lib/people/list-roles-of";
import { listTeams } from "#lib/people/list-teams";
import { getPerson } from "#lib/people/queries";
import { dayIn } from "#lib/rules/day";
import { apart } from "#lib/rules/direction";

type Props = PageProps<"/admin/people/[person]">;

const readPerson = cache(getPerson);

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  const [actor, { person: id }] = await Promise.all([currentActor(), params]);
  const person = actor && may(actor, "person.list") && (await readPerson(actor, id));
  return { title: person ? apart(person.name) : "A person" };
}

export default async function PersonPage({ params, searchParams }: Props) {
  const [actor, { person: id }, { done }] = await Promise.all([requirePermission("person.list"), params, searchParams]);
  const person = (await readPerson(actor, id)) ?? notFound();
  const [roles, teams, state, left] = await Promise.all([
    listRolesOf(actor, id),
    listTeams(actor),
    getInvitation(actor, id),
    getLeaving(actor, id),
  ]);
  const { timeZone } = actor.organisation;
  const own = { isOwn: person.id === actor.person.id, timeZone, newRequest: randomUUID };
  const hasStanding = person.disabledAt !== null || person.isInvited;
  const sessions = `Live sessions of ${apart(person.name)}`;
  return (
    <div className="max-w-3xl">
      <Breadcrumbs steps={[{ label: "People", href: paths.people() }, { label: person.name }]} />
      <PageHeading title={person.name} meta={hasStanding && <Standing person={person} />} />
      <PersonDoneNote done={done} name={person.name} />
      <SummaryList
        rows={[
          { term: "E-mail address", value: person.email },
          { term: "Second factor", value: <SecondFactorStanding person={person} /> },
          { term: "What they did", value: <TextLink href={paths.history({ person: id })}>In the history</TextLink> },
        ]}
      />
      <PersonRoles person={person} roles={roles} teams={teams} today={dayIn(timeZone, new Date())} {...own} />
      {left && !own.isOwn && !person.disabledAt && <Leaving person={person} left={left} request={randomUUID()} />}
      {state && <PersonAccess person={person} state={state} {...own} />}
      <h2 className="mt-10 mb-2 text-xl">Live sessions</h2>
      {person.sessions.length === 0 ? (
        <p className="text-soft">{apart(person.name)} is signed in nowhere.</p>
      ) : (
        <>
          <SessionsTable sessions={person.sessions} timeZone={timeZone} ownId={actor.sessionId} caption={sessions} />
          <h2 className="mt-10 mb-1 text-xl">End all sessions</h2>
          <p className="mb-3">
            {actor.person.id === person.id ? "You are" : `${apart(person.name)} is`} signed out everywhere at once. What
            is being typed and not saved is kept in the browser, and is there after signing in again, which stays
            possible.
          </p>
          <EndPersonSessionsForm personId={person.id} request={randomUUID()} />
        </>
      )}
    </div>
  );
}
