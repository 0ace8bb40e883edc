import { ActionFacts } from "#components/history/action-facts";
import { DifferencesTable } from "#components/history/differences-table";
import { SentenceLine } from "#components/history/sentence-line";
import { TextLink } from "#components/ui/text-link";
import type { EntryGroup, HistoryEntry } from "#lib/history/entry";
import { paths } from "#lib/paths";

const counted = (number: number) => number.toLocaleString("en-GB");

/** What stands behind a line: the facts of the action, and every entry it made with before and after. */
export function EntryDisclosure({ group: { entries, total } }: { group: EntryGroup }) {
  const [first] = entries;
  if (!first) return null;
  return (
    <details className="text-sm">
      <summary className="w-fit text-soft">
        {total === 1 ? `Entry ${counted(first.position)}` : `${counted(total)} entries`}
      </summary>
      <div className="mt-1.5 mb-2 grid gap-2.5 border-l-2 border-line pl-3">
        <ActionFacts entry={first} />
        {total === 1 ? (
          <DifferencesTable differences={first.differences} />
        ) : (
          <ul className="grid gap-2.5">
            {entries
              .toSorted((a, b) => a.position - b.position)
              .map((entry) => (
                <OneOfMany key={entry.position} entry={entry} />
              ))}
          </ul>
        )}
        {total > 1 && (
          <p>
            <TextLink href={paths.history({ action: first.actionId })}>
              {total > entries.length ? `All ${counted(total)} entries by themselves` : "These entries by themselves"}
            </TextLink>
          </p>
        )}
      </div>
    </details>
  );
}

function OneOfMany({ entry }: { entry: HistoryEntry }) {
  return (
    <li>
      <SentenceLine sentence={entry.sentence} place={entry} />{" "}
      <span className="text-soft">Entry {counted(entry.position)}</span>
      <DifferencesTable differences={entry.differences} />
    </li>
  );
}
