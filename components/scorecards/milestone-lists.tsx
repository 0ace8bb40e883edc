import { MilestoneMark } from "#components/scorecards/milestone-mark";
import { TextLink, touchable } from "#components/ui/text-link";
import { paths } from "#lib/paths";
import { type Month, monthName } from "#lib/rules/month";
import type { MilestoneAhead } from "#lib/scorecards/milestones-ahead";
import type { SheetIndicator } from "#lib/scorecards/sheet";

type Ahead = { indicator: SheetIndicator; next: MilestoneAhead | undefined };

/** The milestones of one month by what became of them, and the next one of each indicator with its pace. */
export function MilestoneLists({ month, aheads, slug }: { month: Month; aheads: readonly Ahead[]; slug: string }) {
  const here = aheads.flatMap(({ indicator }) => {
    const planned = indicator.cells.get(month)?.milestone;
    return planned ? [{ ref: indicator.ref, ...planned }] : [];
  });
  const next = Map.groupBy(
    aheads.filter(({ next }) => next),
    ({ next }) => next?.month as Month,
  );
  const link = (ref: string) => <TextLink href={paths.indicator(slug, ref)}>{ref}</TextLink>;
  return (
    <>
      {(["met", "missed", "due", "no figure"] as const).map((state) => {
        const those = here.filter((planned) => planned.state === state);
        return those.length === 0 ? null : (
          <section key={state} className="mt-3">
            <h3 className="text-base">
              {state[0]?.toUpperCase() + state.slice(1)} in {monthName(month)}{" "}
              <span className="font-normal text-soft">({those.length})</span>
            </h3>
            <ul className={`mt-0.5 grid gap-0.5 text-[0.9375rem] ${touchable}`}>
              {those.map(({ ref, milestone, words }) => (
                <li key={ref}>
                  {link(ref)} <MilestoneMark asTyped={milestone.asTyped} state={state} />
                  {words !== state && <span className="text-soft">{words.slice(state.length)}</span>}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      {here.length === 0 && <p className="mt-3 text-soft">No milestone falls in {monthName(month)}.</p>}
      {[...next]
        .sort(([a], [b]) => a.localeCompare(b))
        .map(([due, those]) => (
          <section key={due} className="mt-3">
            <h3 className="text-base">
              Next, by {monthName(due)} <span className="font-normal text-soft">({those.length})</span>
            </h3>
            <ul className={`mt-0.5 grid gap-0.5 text-[0.9375rem] ${touchable}`}>
              {those.map(({ indicator, next }) => (
                <li key={indicator.ref}>
                  {link(indicator.ref)} {next?.milestone.asTyped} <span className="text-soft">{paceWords(next)}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </>
  );
}

/** "needs 2.4 a month from December 2013", "already there", or that there is nothing to reckon from. */
export function paceWords(ahead: MilestoneAhead | undefined): string {
  if (!ahead) return "";
  if (!ahead.latest) return "no figure to reckon from";
  return ahead.pace === null ? "already there" : `needs ${ahead.pace} a month from ${monthName(ahead.latest)}`;
}
