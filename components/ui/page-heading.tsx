import type { ReactNode } from "react";

/** The one h1 of a page, what it is about in a line, and what can be done to the whole of it. */
export function PageHeading({ title, meta, actions }: { title: ReactNode; meta?: ReactNode; actions?: ReactNode }) {
  return (
    <div className="mb-4 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        <h1 className="text-[1.625rem] sm:text-[1.875rem]">{title}</h1>
        {meta && <p className="mt-0.5 text-soft">{meta}</p>}
      </div>
      {actions && <div className="flex flex-wrap gap-2 print:hidden">{actions}</div>}
    </div>
  );
}
