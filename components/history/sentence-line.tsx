import { kindsOfPart, type References, type SaidPart, type SaidView } from "#components/history/said-view";
import type { HistoryFilters } from "#lib/history/inputs";
import { paths } from "#lib/paths";

/**
 * An entry's sentence, with what was done in bold and what it names linked: with the filters it was found by, a name and a ref
 * to what of it they leave, unless that is what was asked; else the ref to its indicator. A month leads to all that happened to its figure.
 */
export function SentenceLine({
  said: { parts, place, who },
  refs: { slugs, people },
  filters,
  position,
  isInHistory = false,
}: {
  said: SaidView;
  refs: Pick<References, "slugs" | "people">;
  filters?: HistoryFilters;
  /** Of the entry whose sentence it is, by which a month is led to in few letters. */
  position?: number | undefined;
  /** Whether it stands on a page of the history, which needs not be named. */
  isInHistory?: boolean;
}) {
  const filtered = (more: HistoryFilters) =>
    (isInHistory ? paths.historyFromHistory : paths.history)({ ...kept(filters), ...more });
  const hrefOf = (as: (typeof kindsOfPart)[number]): string | null => {
    const person = who === undefined ? undefined : people[who];
    if (as === "person") return person && person !== filters?.person ? filtered({ person }) : null;
    if (as === "done" || !place) return null;
    const [slug, ref, month] = [slugs[place[0]] ?? "", place[1], place[2]];
    if (as === "month" && position !== undefined) return paths.storyOfEntry(position);
    if (as === "month") return month ? paths.story(slug, ref, month) : null;
    if (as === "comment" && month) return paths.comment(slug, ref, month);
    if (!filters) return paths.indicator(slug, ref);
    return ref === filters.indicator ? null : filtered({ indicator: ref });
  };
  const draw = (part: SaidPart, index: number) => {
    if (typeof part === "string") return part;
    const [text, kind] = part;
    const as = kindsOfPart[kind] ?? "done";
    if (as === "done") return <b key={index}>{text}</b>;
    const href = hrefOf(as);
    if (href === null) return text;
    return (
      <a key={index} href={href}>
        {text}
      </a>
    );
  };
  return <>{parts.map(draw)}</>;
}

/** One action or request has nothing more to find by who did it. */
const kept = ({ action: _action, request: _request, ...filters }: HistoryFilters = {}) => filters;
