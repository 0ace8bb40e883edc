import type { ReactNode } from "react";

/** The one h1 of a page, what it is about in a line, and what can be done to the whole of it. */
export function PageHeading({ title, meta, actions }: { title: ReactNode; meta?: ReactNode; actions?: ReactNode }) {
  return (
    <div className="page-heading">
      <div>
        <h1>{title}</h1>
        {meta && <p>{meta}</p>}
      </div>
      {actions && <div className="actions">{actions}</div>}
    </div>
  );
}
