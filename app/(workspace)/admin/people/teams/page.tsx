import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { AddTeamForm } from "#components/people/add-team-form";
import { RenameTeamForm } from "#components/people/rename-team-form";
import { Breadcrumbs } from "#components/ui/breadcrumbs";
import { Note } from "#components/ui/note";
import { PageHeading } from "#components/ui/page-heading";
import { requirePermission } from "#lib/audit/require-permission";
import { paths, type TeamDone } from "#lib/paths";
import { listTeams } from "#lib/people/list-teams";

export const metadata: Metadata = { title: "Teams" };

const said: Record<TeamDone, string> = {
  added: "The team is added. People can hold roles for it from now on.",
  renamed: "The team is called otherwise from now on. Its addresses stay, and the history keeps the name it had.",
};

export default async function TeamsPage({ searchParams }: PageProps<"/admin/people/teams">) {
  const [actor, { done }] = await Promise.all([requirePermission("team.add"), searchParams]);
  const teams = await listTeams(actor);
  const isSaid = typeof done === "string" && Object.hasOwn(said, done);
  return (
    <div className="max-w-3xl">
      <Breadcrumbs steps={[{ label: "People", href: paths.people() }, { label: "Teams" }]} />
      <PageHeading title="Teams" meta={actor.organisation.name} />
      {isSaid && (
        <Note key={done} live="status">
          {said[done as TeamDone]}
        </Note>
      )}
      <ul>
        {teams.map(({ id, name, version }) => (
          <li key={id} className="border-b border-line py-1.5">
            {name}
            <RenameTeamForm team={id} name={name} seen={version} request={randomUUID()} />
          </li>
        ))}
      </ul>
      <h2 className="mt-8 mb-1 text-xl">Add a team</h2>
      <AddTeamForm request={randomUUID()} />
    </div>
  );
}
