import { ActionFacts } from "#components/history/action-facts";
import { DifferencesTable } from "#components/history/differences-table";
import type { OpenedView } from "#components/history/opened-view";
import { leastOpening } from "#components/history/opening";
import { SentenceLine } from "#components/history/sentence-line";
import { TextLink } from "#components/ui/text-link";
import { paths } from "#lib/paths";
import { wholeNumber } from "#lib/rules/whole-number";

/** What stands behind a line: words that it may have cut, the facts of the action, and what each of its entries changed. */
export function OpenedEntries({ view: { facts, entries, slugs, people } }: { view: OpenedView }) {
  const [first] = entries;
  const isOne = entries.length === 1 && first;
  return (
    <>
      {isOne && first.said.detail && <Words words={first.said.detail} />}
      <ActionFacts facts={facts} />
      {isOne ? (
        <>
          <DifferencesTable differences={first.differences} />
          {first.hasWords && <Redact position={first.position} />}
        </>
      ) : (
        <ul>
          {entries.map(({ position, said, differences, hasWords }) => (
            <li key={position}>
              <SentenceLine said={said} refs={{ slugs, people }} /> <i>Entry {wholeNumber(position)}</i>
              {said.detail && <Words words={said.detail} />}
              <DifferencesTable differences={differences} />
              {hasWords && <Redact position={position} />}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const Redact = ({ position }: { position: number }) => (
  <p>
    <TextLink href={paths.proposeRedaction(position)}>Propose a redaction of entry {wholeNumber(position)}</TextLink>
  </p>
);

const Words = ({ words }: { words: string }) => words.length > leastOpening && <p className="words">{words}</p>;
