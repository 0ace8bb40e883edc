import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { SignedIn } from "#components/kept/signed-in";
import { RefusedSince } from "#components/people/refused-since";
import { menuOf } from "#components/shell/menu";
import { PageMain } from "#components/shell/page-main";
import { SiteHeader } from "#components/shell/site-header";
import { WaitingCount } from "#components/shell/waiting";
import { cookieNames } from "#lib/access/cookie-names";
import { signedInActor } from "#lib/access/session";
import { endSessionAction } from "#lib/people/actions";
import { readNoticed } from "#lib/sign-in/noticed-cookie";

/** The header of every page for signed-in people. It decides nothing: each page asks its own permission. */
export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  const [actor, jar] = await Promise.all([signedInActor(), cookies()]);
  const noticed = readNoticed(jar.get(cookieNames().noticed)?.value);
  if (!actor) return <PageMain>{children}</PageMain>;
  const standsFor = actor.standsFor ?? [];
  const roles = unique(actor.roles.map(({ role }) => role));
  const teams = unique(actor.roles.flatMap(({ team }) => team?.name ?? []));
  const heads = unique(standsFor.map(({ head }) => head.name));
  const capacity = [roles.join(", "), teams.join(", "), heads.length > 0 && `deputy of ${heads.join(", ")}`];
  return (
    <SignedIn person={actor.person.id}>
      <WaitingCount counted={{ waiting: actor.waiting ?? 0, new: actor.unseen ?? 0 }}>
        <SiteHeader
          person={actor.person.name}
          capacity={capacity.filter(Boolean).join(" · ")}
          menu={actor.mustEnrol ? [] : menuOf(roles, standsFor.length > 0)}
          signOut={endSessionAction}
        />
        <PageMain>
          {noticed && <RefusedSince {...noticed} timeZone={actor.organisation.timeZone} />}
          {children}
        </PageMain>
      </WaitingCount>
    </SignedIn>
  );
}

const unique = <T,>(items: readonly T[]): T[] => [...new Set(items)];
