import { EmptyState } from "#components/ui/empty-state";
import { TextLink, touchable } from "#components/ui/text-link";
import { paths } from "#lib/paths";

/** The newest cuts, each the way to the scorecards as they stood at it. */
export function CutList({ cuts }: { cuts: readonly { cut: number; moment: string }[] }) {
  if (cuts.length === 0) {
    return (
      <EmptyState title="No moment is kept yet">
        A cut is taken every few seconds while something is new. When there is none for a minute, no worker runs.
      </EmptyState>
    );
  }
  return (
    <section className="mt-6">
      <h2 className="mb-2 text-lg">The newest cuts</h2>
      <p className="mb-2 text-soft">One is taken every few seconds while something is new.</p>
      <ol className={`grid gap-x-8 sm:grid-cols-2 xl:grid-cols-3 ${touchable}`}>
        {cuts.map(({ cut, moment }) => (
          <li key={cut}>
            <TextLink href={paths.asOf({ cut })}>{`Cut ${cut}`}</TextLink>
            {`, ${moment}`}
          </li>
        ))}
      </ol>
    </section>
  );
}
