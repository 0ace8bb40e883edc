"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

export function NavLink({ href, children }: { href: string; children: ReactNode }) {
  const path = usePathname();
  const here = path === href || (href !== "/" && path.startsWith(`${href}/`));
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={here ? "page" : undefined}
      className="block border-b-[3px] border-transparent px-2.5 py-2 no-underline hover:border-edge aria-[current]:border-accent aria-[current]:font-semibold sm:py-3.5"
    >
      {children}
    </Link>
  );
}
