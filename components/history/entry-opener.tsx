import { type MouseEvent, useState } from "react";
import type { LineView } from "#components/history/lines-view";
import { OpenedEntries } from "#components/history/opened-entries";
import { useOpened } from "#components/history/use-opened";
import { TextLink } from "#components/ui/text-link";
import type { HistoryFilters } from "#lib/history/inputs";
import { paths } from "#lib/paths";
import { countWords, wholeNumber } from "#lib/rules/whole-number";

/** The way to the page of what stands behind a line; a script shows it here instead, fetched when it is first opened. */
export function EntryOpener({ line: { position, many }, filters }: { line: LineView; filters: HistoryFilters }) {
  const [isOpen, setIsOpen] = useState(false);
  const { view, isAsking, failure, ask } = useOpened(paths.openedEntries(position, filters));
  const page = many ? paths.history({ action: many[1] }) : paths.entry(position);
  const toggle = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (!isOpen) ask();
    setIsOpen(!isOpen);
  };
  return (
    <>
      <a href={page} aria-expanded={isOpen || undefined} onClick={toggle}>
        {many ? `${countWords(many[0])} entries` : `Entry ${wholeNumber(position)}`}
      </a>
      {isOpen && (
        <div className="opened" aria-busy={isAsking}>
          {view && <OpenedEntries view={view} />}
          {isAsking && <output>Reading …</output>}
          {failure && <p role="alert">{failure}</p>}
          <p>
            <TextLink href={page}>
              {many && view && many[0] > view.entries.length
                ? `All ${countWords(many[0])} entries by themselves`
                : many
                  ? "These entries by themselves"
                  : "This entry by itself"}
            </TextLink>
          </p>
        </div>
      )}
    </>
  );
}
