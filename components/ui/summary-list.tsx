import type { ReactNode } from "react";

export function SummaryList({ rows }: { rows: readonly { term: string; value: ReactNode }[] }) {
  return (
    <dl className="max-w-3xl text-[0.9375rem]">
      {rows.map(({ term, value }) => (
        <div key={term} className="gap-4 border-b border-line py-2 sm:grid sm:grid-cols-[14rem_1fr]">
          <dt className="font-semibold">{term}</dt>
          <dd className="min-w-0">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
