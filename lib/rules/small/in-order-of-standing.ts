import type { Month } from "#lib/rules/month";

/** A month's figure, since when it stands, and what it had been before each restatement; times are of one form. */
type Standing = {
  month: Month;
  value: string;
  closedAt: string | null;
  restated: readonly { at: string; before: string | null }[] | null;
};

/**
 * Figures in the order in which each came to stand, as editions show them: with their months' closing, and where one was
 * restated, what it had been first. Of a percentage restated nobody kept of how many it had been, so that is left out.
 */
export function inOrderOfStanding<F extends Standing & { numerator: string | null }>(figures: readonly F[]): F[] {
  const late = "infinity";
  return figures
    .flatMap((figure) => {
      const restated = figure.restated ?? [];
      const since = [figure.closedAt ?? late, ...restated.map(({ at }) => at)];
      const before = restated.flatMap(({ before: value }, index) =>
        value === null || figure.numerator !== null ? [] : { figure: { ...figure, value }, at: since[index]! },
      );
      return [...before, { figure, at: since.at(-1)! }];
    })
    .sort((one, other) => compare(one.at, other.at) || compare(one.figure.month, other.figure.month))
    .map(({ figure }) => figure);
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
