import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

export function NavLink({ href, children }: { href: string; children: ReactNode }) {
  const path = usePathname();
  const here = path === href || (href !== "/" && path.startsWith(`${href}/`));
  return (
    <Link href={href} prefetch={false} aria-current={here ? "page" : undefined} className="nav-link">
      {children}
    </Link>
  );
}
