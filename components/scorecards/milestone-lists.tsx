import { MilestoneMark } from "#components/scorecards/milestone-mark";
import { ThemeList } from "#components/scorecards/theme-list";
import type { CardView } from "#components/scorecards/theme-view";
import type { PastAddress } from "#lib/paths";
import { type Month, monthName } from "#lib/rules/month";

/** The milestones of one month by what became of them, and the next one of each indicator with its pace. */
export function MilestoneLists({
  month,
  cards,
  slug,
  past,
}: {
  month: Month;
  cards: readonly CardView[];
  slug: string;
  past: PastAddress;
}) {
  const here = cards.flatMap(({ ref, milestone }) => (milestone ? [{ ref, milestone }] : []));
  const ahead = cards.flatMap(({ ref, next }) => (next ? [{ ref, next }] : []));
  return (
    <>
      {(["met", "missed", "due", "no figure", "hidden"] as const).map((state) => (
        <ThemeList
          key={state}
          title={`${state[0]?.toUpperCase() + state.slice(1)} in ${monthName(month)}`}
          those={here
            .filter(({ milestone }) => milestone[1] === state)
            .map(({ ref, milestone: [asTyped, , words] }) => ({
              ref,
              said: (
                <>
                  <MilestoneMark asTyped={asTyped} state={state} />
                  <span className="text-soft">{words.slice(state.length)}</span>
                </>
              ),
            }))}
          slug={slug}
          past={past}
        />
      ))}
      {here.length === 0 && <p className="mt-3 text-soft">{`No milestone falls in ${monthName(month)}.`}</p>}
      {[...new Set(ahead.map(({ next }) => next[1]))].sort().map((due) => (
        <ThemeList
          key={due}
          title={`Next, by ${monthName(due)}`}
          those={ahead
            .filter(({ next }) => next[1] === due)
            .map(({ ref, next: [asTyped, , pace] }) => ({
              ref,
              said: (
                <>
                  {asTyped} <span className="text-soft">{pace}</span>
                </>
              ),
            }))}
          slug={slug}
          past={past}
        />
      ))}
    </>
  );
}
