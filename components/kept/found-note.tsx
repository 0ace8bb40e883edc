import type { FoundWords } from "#components/kept/use-kept-fields";
import { Button } from "#components/ui/button";
import { Note } from "#components/ui/note";
import { momentName } from "#lib/rules/moment";

const boxes: Record<string, string> = { "": "Nothing: it was emptied.", true: "Ticked.", false: "Not ticked." };
const saidOf = (word: string) => boxes[word] ?? word;

/** Says of what was typed before and not saved that it is put back; or shows it beside what is saved by now, to choose. */
export function FoundNote({
  found: { at, isBack, words },
  putBack,
  throwAway,
}: {
  found: FoundWords;
  putBack: () => void;
  throwAway: () => void;
}) {
  const typed = `You typed this on ${momentName(at)} and did not save it.`;
  return (
    <Note>
      <p>{isBack ? `${typed} It is put back below.` : `${typed} What is saved has changed since, and stands below.`}</p>
      {!isBack &&
        words.map(({ label, typed: word }) => (
          <blockquote key={label} className="my-2 border-l-4 border-edge pl-3">
            {words.length > 1 && <p className="text-sm text-soft">{label}</p>}
            <p className="whitespace-pre-line">{saidOf(word)}</p>
          </blockquote>
        ))}
      <p className="mt-2 flex flex-wrap gap-2">
        {!isBack && (
          <Button type="button" tone="quiet" onClick={putBack}>
            Put it back
          </Button>
        )}
        <Button type="button" tone="quiet" onClick={throwAway}>
          Throw it away
        </Button>
      </p>
    </Note>
  );
}
