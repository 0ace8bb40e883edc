import type { ReactNode } from "react";

/** Said where a list would stand: that there is nothing, why, and what to do about it. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="my-4 rounded-lg border border-dashed border-edge px-5 py-8 text-center">
      <p className="font-semibold">{title}</p>
      {children && <div className="mx-auto mt-1 max-w-xl text-soft">{children}</div>}
    </div>
  );
}
