import type { SaidPart, SaidView } from "#components/history/said-view";
import { paths } from "#lib/paths";

/** An entry's sentence, with what was done in bold and what it names linked. */
export function SentenceLine({ said: { parts, place }, slugs }: { said: SaidView; slugs: readonly string[] }) {
  const draw = (part: SaidPart, index: number) => {
    if (typeof part === "string") return part;
    const [text, as] = part;
    if (as === "done" || !place) return <b key={index}>{text}</b>;
    const [slug, ref, month] = [slugs[place[0]] ?? "", place[1], place[2]];
    const href = as === "comment" && month ? paths.comment(slug, ref, month) : paths.indicator(slug, ref);
    return (
      <a key={index} href={href}>
        {text}
      </a>
    );
  };
  return <>{parts.map(draw)}</>;
}
