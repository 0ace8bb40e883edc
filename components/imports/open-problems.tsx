import { fieldIdOf } from "#components/imports/doubt-field";
import { Note } from "#components/ui/note";
import type { Problem } from "#lib/imports/reader/reading";

/** What has to be answered otherwise than proposed before the import can be shown as it would be, and committed. */
export function OpenProblems({ problems }: { problems: readonly Problem[] }) {
  if (problems.length === 0) return null;
  return (
    <Note tone="stop">
      <p className="font-semibold">This needs an answer of yours first:</p>
      <ul className="list-disc pl-6">
        {problems.map(({ message, doubt }) => (
          <li key={message}>
            {doubt ? (
              <a href={`#${fieldIdOf(doubt)}`} className="underline underline-offset-3">
                {message}
              </a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </Note>
  );
}
