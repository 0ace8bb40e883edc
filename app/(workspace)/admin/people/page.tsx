import { PeopleTable } from "#components/people/people-table";
import { Note } from "#components/ui/note";
import { PageHeading } from "#components/ui/page-heading";
import { requirePermission } from "#lib/audit/require-permission";
import { listPeople } from "#lib/people/queries";

export const metadata = { title: "People" };

export default async function PeoplePage({ searchParams }: { searchParams: Promise<{ ended?: string }> }) {
  const [actor, { ended }] = await Promise.all([requirePermission("person.list"), searchParams]);
  const people = await listPeople(actor);
  const endedFor = people.find(({ id }) => id === ended);
  return (
    <div className="max-w-5xl">
      <PageHeading title="People" meta={actor.organisation.name} />
      {endedFor && <Note live="status">All sessions of {endedFor.name} are ended.</Note>}
      <PeopleTable people={people} />
      <p className="mt-4 text-sm text-soft">
        Whoever operates this installation invites people and gives them their roles:
        <code className="block [overflow-wrap:anywhere]">npm run people:invite -- EMAIL --role ROLE [--team TEAM]</code>
      </p>
    </div>
  );
}
