"use client";

import { EntryOpener } from "#components/history/entry-opener";
import type { LinesView } from "#components/history/lines-view";
import { SentenceLine } from "#components/history/sentence-line";
import { ShownChange } from "#components/history/shown-change";

/** The history as a list, newest first: when, what in a sentence, and how a figure changed. */
export function EntryLines({
  isInHistory,
  view: { lines, days, levels, slugs, people, filters },
}: {
  isInHistory?: true;
  view: LinesView;
}) {
  return (
    <ol className="entries">
      {lines.map((line) => (
        <li key={`${line.position} ${line.many?.[0] ?? 1}`} className={line.isRefused && "refused"}>
          <p>
            {days[line.when[0]]}
            <i>, </i>
            {line.when[1]}
          </p>
          <div>
            <SentenceLine
              said={line}
              refs={{ slugs, people }}
              filters={filters}
              position={line.many ? undefined : line.position}
              isInHistory={isInHistory ?? false}
            />
            {line.detail && <p>{line.detail}</p>}
          </div>
          {line.change && <ShownChange change={line.change} levels={levels} />}
          <EntryOpener line={line} filters={filters} />
        </li>
      ))}
    </ol>
  );
}
