import type { ReactNode } from "react";
import { PageMain } from "#components/shell/page-main";
import { SiteHeader } from "#components/shell/site-header";
import { currentActor } from "#lib/access/session";
import { endSessionAction } from "#lib/people/actions";

/** The header of every page for signed-in people. It decides nothing: each page asks its own permission. */
export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor();
  return (
    <>
      {actor && (
        <SiteHeader
          person={actor.person.name}
          roles={[...new Set(actor.roles.map(({ role }) => role))]}
          teams={[...new Set(actor.roles.flatMap(({ team }) => team?.name ?? []))]}
          signOut={endSessionAction}
        />
      )}
      <PageMain>{children}</PageMain>
    </>
  );
}
