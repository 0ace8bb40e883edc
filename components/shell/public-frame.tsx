import type { ReactNode } from "react";
import { PageMain } from "#components/shell/page-main";
import { fixedPaths } from "#lib/paths/fixed-paths";

/** The page around what is shown to somebody who is not signed in, or when the shell itself cannot be drawn. */
export function PublicFrame({ children }: { children: ReactNode }) {
  return (
    <>
      <header className="border-b border-line">
        <div className="mx-auto max-w-2xl px-4 py-2.5 sm:px-7">
          <a href={fixedPaths.home()} className="brand">
            Candour
          </a>
        </div>
      </header>
      <PageMain narrow>{children}</PageMain>
    </>
  );
}
