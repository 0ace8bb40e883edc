import { TextLink } from "#components/ui/text-link";
import type { Part, Sentence } from "#lib/history/entry";
import { paths } from "#lib/paths";
import type { Month } from "#lib/rules/month";

export type SentencePlace = { scorecardSlug: string | null; ref: string | null; month: Month | null };

/** An entry's sentence, with what was done in bold and what it names linked. */
export function SentenceLine({ sentence, place }: { sentence: Sentence; place: SentencePlace }) {
  return (
    <>
      {sentence.parts.map((part, index) => (
        // The parts of a sentence have no other name than their place in it.
        // biome-ignore lint/suspicious/noArrayIndexKey: they never move
        <SentencePart key={index} part={part} place={place} />
      ))}
      {/[.?!]$/.test(sentence.parts.at(-1)?.text ?? "") ? "" : "."}
    </>
  );
}

function SentencePart({ part, place: { scorecardSlug, ref, month } }: { part: Part; place: SentencePlace }) {
  if (part.as === "done") return <strong>{part.text}</strong>;
  if (part.as === "comment" && scorecardSlug && ref && month) {
    return <TextLink href={paths.comment(scorecardSlug, ref, month)}>{part.text}</TextLink>;
  }
  if (part.as && scorecardSlug && ref)
    return <TextLink href={paths.indicator(scorecardSlug, ref)}>{part.text}</TextLink>;
  return part.text;
}
