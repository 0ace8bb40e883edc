import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { EndPersonSessionsForm } from "#components/people/end-person-sessions-form";
import { HeldRoles } from "#components/people/held-roles";
import { Standing } from "#components/people/people-table";
import { SessionsTable } from "#components/people/sessions-table";
import { Breadcrumbs } from "#components/ui/breadcrumbs";
import { PageHeading } from "#components/ui/page-heading";
import { SummaryList } from "#components/ui/summary-list";
import { may } from "#lib/access/permissions";
import { currentActor } from "#lib/access/session";
import { requirePermission } from "#lib/audit/require-permission";
import { paths } from "#lib/paths";
import { getPerson } from "#lib/people/queries";

type Props = { params: Promise<{ person: string }> };

const readPerson = cache(getPerson);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [actor, { person: id }] = await Promise.all([currentActor(), params]);
  const person = actor && may(actor, "person.list") && (await readPerson(actor, id));
  return { title: person ? person.name : "A person" };
}

export default async function PersonPage({ params }: Props) {
  const [actor, { person: id }] = await Promise.all([requirePermission("person.list"), params]);
  const person = (await readPerson(actor, id)) ?? notFound();
  const hasStanding = person.disabledAt !== null || person.isInvited;
  const sessions = `Live sessions of ${person.name}`;
  return (
    <div className="max-w-3xl">
      <Breadcrumbs steps={[{ label: "People", href: paths.people() }, { label: person.name }]} />
      <PageHeading title={person.name} meta={hasStanding && <Standing person={person} />} />
      <SummaryList
        rows={[
          { term: "E-mail address", value: person.email },
          { term: "Roles", value: <HeldRoles roles={person.roles} /> },
        ]}
      />
      <h2 className="mt-10 mb-2 text-xl">Live sessions</h2>
      {person.sessions.length === 0 ? (
        <p className="text-soft">{person.name} is signed in nowhere.</p>
      ) : (
        <>
          <SessionsTable
            sessions={person.sessions}
            timeZone={actor.organisation.timeZone}
            ownId={actor.sessionId}
            caption={sessions}
          />
          <h2 className="mt-10 mb-1 text-xl">End all sessions</h2>
          <p className="mb-3">
            {actor.person.id === person.id ? "You are" : `${person.name} is`} signed out everywhere at once, and what is
            being typed and not saved is lost. Signing in again stays possible.
          </p>
          <EndPersonSessionsForm personId={person.id} request={randomUUID()} />
        </>
      )}
    </div>
  );
}
