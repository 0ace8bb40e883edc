import type { ReactNode } from "react";

/** A way past what stands before, seen only by those who come to it with the keyboard. */
export function SkipLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <a href={`#${to}`} className="skip">
      {children}
    </a>
  );
}
