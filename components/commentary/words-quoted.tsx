import type { ReactNode } from "react";

/** A comment's words set apart, at a width that reads well. */
export function WordsQuoted({ children }: { children: ReactNode }) {
  return (
    <blockquote className="max-w-[68ch] border-l-4 border-line py-0.5 pl-4 text-[1.0625rem] leading-7">
      {children}
    </blockquote>
  );
}
