import { WordsQuoted } from "#components/commentary/words-quoted";
import { SelectField } from "#components/ui/field";
import type { AskedComment } from "#lib/restatements/get-restating";

const choices = [
  { value: "", label: "Choose an answer" },
  { value: "yes", label: "Yes: approve it for the new figure" },
  { value: "no", label: "No: it goes back to the queue" },
];

/** The words that are approved for what was published, and whether they hold for what is said instead. */
export function HoldsField({
  comment: { words, whyNot },
  typed = "",
  error,
}: {
  comment: AskedComment;
  typed: string | undefined;
  error: string | undefined;
}) {
  return (
    <>
      <p className="mt-4 mb-1 font-semibold">The comment that is approved for it</p>
      <WordsQuoted>
        <p className="whitespace-pre-line">{words}</p>
      </WordsQuoted>
      <SelectField
        key={`holds ${typed}`}
        name="holds"
        label="Does the comment still hold?"
        hint={whyNot ?? "Nothing is asked of you here if the figure itself stays as it is."}
        options={whyNot ? choices.filter(({ value }) => value !== "yes") : choices}
        defaultValue={typed}
        error={error}
      />
    </>
  );
}
