import { MilestoneMark } from "#components/scorecards/milestone-mark";
import { ThemeList } from "#components/scorecards/theme-list";
import type { CardView } from "#components/scorecards/theme-view";
import { type Month, monthName } from "#lib/rules/month";

/** The milestones of one month by what became of them, and the next one of each indicator with its pace. */
export function MilestoneLists({ month, cards, slug }: { month: Month; cards: readonly CardView[]; slug: string }) {
  const nextMonths = [...new Set(cards.flatMap(({ next }) => next?.[1] ?? []))].sort();
  return (
    <>
      {(["met", "missed", "due", "no figure"] as const).map((state) => (
        <ThemeList
          key={state}
          title={`${state[0]?.toUpperCase() + state.slice(1)} in ${monthName(month)}`}
          those={cards.filter(({ milestone }) => milestone?.[1] === state)}
          slug={slug}
          say={({ milestone }) => (
            <>
              <MilestoneMark asTyped={milestone?.[0] ?? ""} state={state} />
              <span className="text-soft">{milestone?.[2].slice(state.length)}</span>
            </>
          )}
        />
      ))}
      {cards.every(({ milestone }) => !milestone) && (
        <p className="mt-3 text-soft">{`No milestone falls in ${monthName(month)}.`}</p>
      )}
      {nextMonths.map((due) => (
        <ThemeList
          key={due}
          title={`Next, by ${monthName(due)}`}
          those={cards.filter(({ next }) => next?.[1] === due)}
          slug={slug}
          say={({ next }) => (
            <>
              {next?.[0]} <span className="text-soft">{next?.[2]}</span>
            </>
          )}
        />
      ))}
    </>
  );
}
