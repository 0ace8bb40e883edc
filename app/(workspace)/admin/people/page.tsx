import { MailStandingNote } from "#components/people/mail-standing-note";
import { PeopleTable } from "#components/people/people-table";
import { LinkButton } from "#components/ui/button";
import { Note } from "#components/ui/note";
import { PageHeading } from "#components/ui/page-heading";
import { requirePermission } from "#lib/audit/require-permission";
import { getMailStanding } from "#lib/mail/get-mail-standing";
import { paths } from "#lib/paths";
import { listPeople } from "#lib/people/queries";

export const metadata = { title: "People" };

export default async function PeoplePage({ searchParams }: { searchParams: Promise<{ ended?: string }> }) {
  const [actor, { ended }] = await Promise.all([requirePermission("person.list"), searchParams]);
  const [people, mail] = await Promise.all([listPeople(actor), getMailStanding(actor)]);
  const endedFor = people.find(({ id }) => id === ended);
  return (
    <div className="max-w-5xl">
      <PageHeading title="People" meta={actor.organisation.name} />
      {endedFor && <Note live="status">All sessions of {endedFor.name} are ended.</Note>}
      <p className="mb-4 flex flex-wrap gap-3 print:hidden">
        <LinkButton href={paths.invitePeople()}>Invite people</LinkButton>
        <LinkButton href={paths.teams()}>Teams</LinkButton>
        <LinkButton href={paths.signInRules()}>Sign-in rules</LinkButton>
      </p>
      <MailStandingNote standing={mail} />
      <PeopleTable people={people} />
    </div>
  );
}
