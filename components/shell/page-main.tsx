import type { ReactNode } from "react";

/** The main region that the skip link goes to. */
export function PageMain({ children, narrow = false }: { children: ReactNode; narrow?: boolean }) {
  return (
    <main
      id="main"
      tabIndex={-1}
      className={`mx-auto px-4 pt-6 pb-16 focus-visible:outline-none sm:px-7 print:p-0 ${narrow ? "max-w-2xl" : "max-w-[100rem]"}`}
    >
      {children}
    </main>
  );
}
