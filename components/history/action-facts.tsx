import type { OpenedView } from "#components/history/opened-view";
import { TextLink } from "#components/ui/text-link";

/** What is known of the action an entry belongs to. */
export function ActionFacts({ facts }: { facts: OpenedView["facts"] }) {
  return (
    <dl>
      {facts.map(([term, words, href]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>
            {words}
            {href && (
              <>
                {" · "}
                <TextLink href={href}>Everything of this {term.toLowerCase()}</TextLink>
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
