import { EntryDisclosure } from "#components/history/entry-disclosure";
import { SentenceLine } from "#components/history/sentence-line";
import { ShownChange } from "#components/history/shown-change";
import type { EntryGroup } from "#lib/history/entry";
import { clockSeconds, dayName } from "#lib/rules/moment";

/** The history as a list, newest first: when, what in a sentence, and how a figure changed. */
export function EntryList({ groups, timeZone }: { groups: readonly EntryGroup[]; timeZone: string }) {
  return (
    <ol className="border-t border-line">
      {groups.map((group) => (
        <EntryLine key={group.position} group={group} timeZone={timeZone} />
      ))}
    </ol>
  );
}

/** A comment's words may be long; the whole of them stands among the entry's differences. */
const opening = (words: string) => (words.length > 300 ? `${words.slice(0, 299).trimEnd()}…` : words);

function EntryLine({ group, timeZone }: { group: EntryGroup; timeZone: string }) {
  const { headline } = group;
  const [first] = group.entries;
  if (!first) return null;
  const at = new Date(first.at);
  const isRefused = first.operation === "refused";
  return (
    <li className="grid gap-x-5 gap-y-1 border-b border-line py-3 break-inside-avoid sm:grid-cols-[9.5rem_minmax(0,1fr)_auto]">
      <p className="text-sm text-soft sm:row-span-2">
        <time dateTime={first.at} className="flex flex-wrap gap-x-1.5 sm:block">
          <span className="sm:block">
            {dayName(at, timeZone)}
            <span className="sm:sr-only">,</span>
          </span>
          <span>{clockSeconds(at, timeZone)}</span>
        </time>
      </p>
      <div className={`min-w-0 ${isRefused ? "[&_strong]:text-stop" : ""}`}>
        <p>
          <SentenceLine sentence={headline} place={first} />
        </p>
        {headline.detail && <p className="text-sm text-soft">{opening(headline.detail)}</p>}
      </div>
      <div className="justify-self-start sm:justify-self-end">
        {headline.change && <ShownChange change={headline.change} />}
      </div>
      <div className="min-w-0 sm:col-span-2 sm:col-start-2">
        <EntryDisclosure group={group} />
      </div>
    </li>
  );
}
