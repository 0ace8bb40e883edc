import { ActionFacts } from "#components/history/action-facts";
import { DifferencesTable } from "#components/history/differences-table";
import type { OpenedView } from "#components/history/opened-view";
import { SentenceLine } from "#components/history/sentence-line";
import { wholeNumber } from "#lib/rules/whole-number";

/** What stands behind a line: the facts of the action, and what each of its entries changed. */
export function OpenedEntries({ view: { facts, entries } }: { view: OpenedView }) {
  const [first] = entries;
  return (
    <>
      <ActionFacts facts={facts} />
      {entries.length === 1 && first ? (
        <DifferencesTable differences={first.differences} />
      ) : (
        <ul>
          {entries.map(({ position, said, differences }) => (
            <li key={position}>
              <SentenceLine said={said} /> <i>Entry {wholeNumber(position)}</i>
              <DifferencesTable differences={differences} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
