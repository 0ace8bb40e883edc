import { changeWords } from "#components/scorecards/change-words";
import { TextLink, touchable } from "#components/ui/text-link";
import { paths } from "#lib/paths";
import { figureKind } from "#lib/rules/figure-kind";
import type { Change } from "#lib/scorecards/what-changed";

const kinds: { title: string; holds: (change: Change) => boolean }[] = [
  { title: "Better grade", holds: ({ levels }) => (levels ?? 0) > 0 },
  { title: "Worse grade", holds: ({ levels }) => (levels ?? 0) < 0 },
  { title: "Improving, same grade", holds: ({ levels, travel }) => !levels && travel?.verdict === "improving" },
  { title: "Declining, same grade", holds: ({ levels, travel }) => !levels && travel?.verdict === "declining" },
  { title: "Steady", holds: ({ levels, travel }) => !levels && travel?.verdict === "steady" },
  {
    title: "Figure came or went",
    holds: ({ cell, before, travel }) => !travel && figureKind(cell) !== "not due" && came(cell) !== came(before),
  },
];

const came = (cell: Change["before"]) => cell?.actual?.value != null;

/** What changed since each indicator was last due, the grades first; one that is not due this month did not change. */
export function ChangeLists({ changes, slug }: { changes: readonly Change[]; slug: string }) {
  return kinds.map(({ title, holds }) => {
    const those = changes.filter(holds);
    return those.length === 0 ? null : (
      <section key={title} className="mt-3">
        <h3 className="text-base">
          {title} <span className="font-normal text-soft">({those.length})</span>
        </h3>
        <ul className={`mt-0.5 grid gap-0.5 text-[0.9375rem] ${touchable}`}>
          {those.map((change) => (
            <li key={change.indicator.ref}>
              <TextLink href={paths.indicator(slug, change.indicator.ref)}>{change.indicator.ref}</TextLink>{" "}
              {changeWords(change)}
            </li>
          ))}
        </ul>
      </section>
    );
  });
}
