"use client";

import { usePathname, useSearchParams } from "next/navigation";
import type { MenuPlace } from "#components/shell/menu";
import { SignOutForm } from "#components/shell/sign-out-form";
import { WaitingNumber } from "#components/shell/waiting";
import { fixedPaths } from "#lib/paths/fixed-paths";

const isIn = (path: string, href: string) =>
  path === href || (href !== fixedPaths.home() && path.startsWith(`${href}/`));

/**
 * Where a person can go, marked where they are, and who they are. A page come to from the returns is in the returns. It is
 * one client component as every page weighs it: so it is sent as its words alone.
 */
export function SiteHeader({
  person,
  capacity,
  menu,
  signOut,
}: {
  person: string;
  /** Their roles and teams, and for whom they stand in. */
  capacity: string;
  menu: readonly MenuPlace[];
  signOut: (form: FormData) => void | Promise<void>;
}) {
  const [path, from] = [usePathname(), useSearchParams().get("from")];
  const present = from === "returns" ? fixedPaths.returns() : path;
  return (
    <header className="site-header">
      <div>
        <a href={fixedPaths.home()} className="brand">
          Candour
        </a>
        {menu.length > 0 && (
          <nav aria-label="Main">
            <ul>
              {menu.map(([label, href, counted]) => (
                <li key={href}>
                  <a href={href} aria-current={isIn(present, href) ? "page" : undefined}>
                    {label}
                    {counted && (
                      <>
                        <span className="sr-only"> </span>
                        <WaitingNumber of={counted} />
                      </>
                    )}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <div>
          <p>
            <a href={fixedPaths.account()} className="link">
              {person}
            </a>
            {capacity && <span>{capacity}</span>}
          </p>
          <SignOutForm signOut={signOut} />
        </div>
      </div>
    </header>
  );
}
