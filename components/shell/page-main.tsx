import type { ReactNode } from "react";

/** The main region that the skip link goes to. */
export function PageMain({ children, narrow = false }: { children: ReactNode; narrow?: boolean }) {
  return (
    <main id="main" tabIndex={-1} className={narrow ? "page-main narrow" : "page-main"}>
      {children}
    </main>
  );
}
