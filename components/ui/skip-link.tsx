import type { ReactNode } from "react";

/** A way past what stands before, seen only by those who come to it with the keyboard. */
export function SkipLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <a
      href={`#${to}`}
      className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-50 focus:bg-paper focus:px-4 focus:py-2 focus:font-semibold"
    >
      {children}
    </a>
  );
}
