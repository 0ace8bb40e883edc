import type { SaidPart, SaidView } from "#components/history/said-view";
import { TextLink } from "#components/ui/text-link";
import { paths } from "#lib/paths";

/** An entry's sentence, with what was done in bold and what it names linked. */
export function SentenceLine({ said: { parts, place } }: { said: SaidView }) {
  const draw = (part: SaidPart, index: number) => {
    if (typeof part === "string") return part;
    const [text, as] = part;
    if (as === "done" || !place) return <strong key={index}>{text}</strong>;
    const { slug, ref, month } = place;
    const href = as === "comment" && month ? paths.comment(slug, ref, month) : paths.indicator(slug, ref);
    return (
      <TextLink key={index} href={href}>
        {text}
      </TextLink>
    );
  };
  return <>{parts.map(draw)}</>;
}
