"use client";

import { usePathname, useSearchParams } from "next/navigation";
import type { ReactNode } from "react";
import { fixedPaths } from "#lib/paths/fixed-paths";

const isIn = (path: string, href: string) =>
  path === href || (href !== fixedPaths.home() && path.startsWith(`${href}/`));

/** A place of the main menu, marked where one is: a page come to from the returns is in the returns. */
export function NavLink({ href, children }: { href: string; children: ReactNode }) {
  const [path, from] = [usePathname(), useSearchParams().get("from")];
  const here = isIn(from === "returns" ? fixedPaths.returns() : path, href);
  return (
    <a href={href} aria-current={here ? "page" : undefined} className="nav-link">
      {children}
    </a>
  );
}
