import { useEffect, useEffectEvent, useRef } from "react";
import type { LineView } from "#components/history/lines-view";
import { OpenedEntries } from "#components/history/opened-entries";
import { useOpened } from "#components/history/use-opened";
import { TextLink } from "#components/ui/text-link";
import type { HistoryFilters } from "#lib/history/inputs";
import { paths } from "#lib/paths";
import { countWords, wholeNumber } from "#lib/rules/whole-number";

/** What stands behind a line, fetched when it is opened; without a script, the way to the page that shows it. */
export function EntryDisclosure({ line: { position, many }, filters }: { line: LineView; filters: HistoryFilters }) {
  const { view, isAsking, failure, ask } = useOpened(paths.openedEntries(position, filters));
  const details = useRef<HTMLDetailsElement>(null);
  const askIfOpened = useEffectEvent(() => {
    if (details.current?.open) ask();
  });
  // It may have been opened before this script was there.
  useEffect(() => askIfOpened(), []);
  return (
    <details ref={details} onToggle={({ currentTarget }) => currentTarget.open && ask()}>
      <summary>{many ? `${countWords(many.total)} entries` : `Entry ${wholeNumber(position)}`}</summary>
      <div aria-busy={isAsking}>
        {view && <OpenedEntries view={view} />}
        {isAsking && <output>Reading …</output>}
        {failure && <p role="alert">{failure}</p>}
        <p>
          {many ? (
            <TextLink href={paths.history({ action: many.action })}>
              {view && many.total > view.entries.length
                ? `All ${countWords(many.total)} entries by themselves`
                : "These entries by themselves"}
            </TextLink>
          ) : (
            <TextLink href={paths.entry(position)}>This entry by itself</TextLink>
          )}
        </p>
      </div>
    </details>
  );
}
