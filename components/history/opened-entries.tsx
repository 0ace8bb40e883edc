import { ActionFacts } from "#components/history/action-facts";
import { DifferencesTable } from "#components/history/differences-table";
import type { OpenedView } from "#components/history/opened-view";
import { leastOpening } from "#components/history/opening";
import { SentenceLine } from "#components/history/sentence-line";
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
        <DifferencesTable differences={first.differences} />
      ) : (
        <ul>
          {entries.map(({ position, said, differences }) => (
            <li key={position}>
              <SentenceLine said={said} refs={{ slugs, people }} /> <i>Entry {wholeNumber(position)}</i>
              {said.detail && <Words words={said.detail} />}
              <DifferencesTable differences={differences} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const Words = ({ words }: { words: string }) => words.length > leastOpening && <p className="words">{words}</p>;
