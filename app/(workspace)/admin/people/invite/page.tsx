import type { Metadata } from "next";
import { InvitePeople } from "#components/people/invite-people";
import { Breadcrumbs } from "#components/ui/breadcrumbs";
import { PageHeading } from "#components/ui/page-heading";
import { requirePermission } from "#lib/audit/require-permission";
import { paths } from "#lib/paths";
import { listTeams } from "#lib/people/list-teams";

export const metadata: Metadata = { title: "Invite people" };

const columns =
  "Copy four columns: name, e-mail address, role, team. Several roles or teams of a person stand in one cell with semicolons between them, or in rows of their own. The team stays empty for a role of the whole organisation.";

export default async function InvitePage() {
  const actor = await requirePermission("person.invite");
  const teams = await listTeams(actor);
  return (
    <div className="max-w-4xl">
      <Breadcrumbs steps={[{ label: "People", href: paths.people() }, { label: "Invite people" }]} />
      <PageHeading title="Invite people" meta="You look at what becomes of each before anybody is invited" />
      <InvitePeople teams={teams} columns={columns} />
    </div>
  );
}
