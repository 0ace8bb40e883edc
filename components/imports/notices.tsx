import type { Notice } from "#lib/imports/reader/reading";

/** What was noticed and needs no answer. */
export function Notices({ notices }: { notices: readonly Notice[] }) {
  if (notices.length === 0) return null;
  return (
    <details className="mt-4">
      <summary className="w-fit font-semibold text-accent">Noticed, and needing no answer: {notices.length}</summary>
      <ul className="mt-2 max-w-3xl list-disc pl-6 text-sm">
        {notices.map(({ row, words }) => (
          <li key={`${row} ${words}`}>
            {row !== null && `Row ${row}: `}
            {words}
          </li>
        ))}
      </ul>
    </details>
  );
}
