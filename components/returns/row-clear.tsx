import { Button } from "#components/ui/button";
import type { ReturnRow } from "#lib/returns/return-row";
import { type ActualContent, actualWords } from "#lib/rules/actual";

/** Taking back what was recorded: opened first, so that it is never done by one click. */
export function RowClear({
  row,
  name,
  content,
  clear,
}: {
  row: ReturnRow;
  name: string;
  content: ActualContent | null;
  clear: () => void;
}) {
  return (
    <details>
      <summary>{`Clear ${row.ref}…`}</summary>
      <p className="my-1">
        Takes back {actualWords(content)}, with its note, so that nobody has said anything. The history keeps it.
      </p>
      <Button
        tone="stop"
        name={`${name}.choice`}
        value="clear"
        onClick={(event) => {
          event.preventDefault();
          clear();
        }}
      >
        Clear {row.ref}
      </Button>
    </details>
  );
}
