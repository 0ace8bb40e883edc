"use client";

import { EntryDisclosure } from "#components/history/entry-disclosure";
import type { LinesView } from "#components/history/lines-view";
import { SentenceLine } from "#components/history/sentence-line";
import { ShownChange } from "#components/history/shown-change";

/** The history as a list, newest first: when, what in a sentence, and how a figure changed. */
export function EntryLines({ view: { lines, levels, filters } }: { view: LinesView }) {
  return (
    <ol className="entries">
      {lines.map((line) => (
        <li key={line.position} className={line.isRefused && "refused"}>
          <time dateTime={line.at}>
            {line.day}
            <i>, </i>
            <span>{line.clock}</span>
          </time>
          <div>
            <p>
              <SentenceLine said={line} />
            </p>
            {line.detail && <p className="detail">{line.detail}</p>}
          </div>
          {line.change && <ShownChange change={line.change} levels={levels} />}
          <EntryDisclosure line={line} filters={filters} />
        </li>
      ))}
    </ol>
  );
}
