import type { OpenedView } from "#components/history/opened-view";

/** What is known of the action an entry belongs to. */
export function ActionFacts({ facts }: { facts: OpenedView["facts"] }) {
  return (
    <dl>
      {facts.map(([term, words]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}
