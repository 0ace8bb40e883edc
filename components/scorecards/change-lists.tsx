import { changeTitles } from "#components/scorecards/changes-view";
import { ThemeList } from "#components/scorecards/theme-list";
import type { CardView } from "#components/scorecards/theme-view";

/** What changed since each indicator was last due, the grades first. */
export function ChangeLists({ cards, slug, cut }: { cards: readonly CardView[]; slug: string; cut: number | null }) {
  return changeTitles.map((title) => {
    const those = cards.filter(({ changed }) => changed === title);
    return (
      <ThemeList
        key={title}
        title={title}
        those={those.map(({ ref, words }) => ({ ref, said: words }))}
        slug={slug}
        cut={cut}
      />
    );
  });
}
