import type { HistoryEntry } from "#lib/history/entry";

const kinds: Record<HistoryEntry["kind"], string> = {
  person: "a signed-in person",
  "sign-in": "at sign-in",
  operator: "an operator’s command, on the server",
  migration: "a migration, on the server",
  system: "Candour itself",
};

/** What is known of the action an entry belongs to: as what, why, from where, at which request. */
export function ActionFacts({ entry }: { entry: HistoryEntry }) {
  const from = [entry.address, entry.agent].filter(Boolean).join(" · ");
  const facts: [string, string | null][] = [
    ["Reason", entry.reason],
    ["Import", entry.importFile],
    ["By", entry.kind === "person" ? entry.roles : kinds[entry.kind]],
    ["Team", entry.team],
    ["From", from || null],
    ["Database login", entry.kind === "operator" || entry.kind === "migration" ? entry.databaseRole : null],
    ["Request", entry.requestId],
  ];
  return (
    <dl className="text-[0.8125rem]">
      {facts
        .filter(([, value]) => value)
        .map(([term, value]) => (
          <div key={term} className="flex flex-wrap gap-x-2">
            <dt className="text-soft">{term}</dt>
            <dd className="min-w-0 wrap-anywhere">{value}</dd>
          </div>
        ))}
    </dl>
  );
}
