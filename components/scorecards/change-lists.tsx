import { changeTitles } from "#components/scorecards/changes-view";
import { ThemeList } from "#components/scorecards/theme-list";
import type { CardView } from "#components/scorecards/theme-view";
import type { PastAddress } from "#lib/paths";

/** What changed since each indicator was last due, the grades first. */
export function ChangeLists({ cards, slug, past }: { cards: readonly CardView[]; slug: string; past: PastAddress }) {
  return changeTitles.map((title) => {
    const those = cards.filter(({ changed }) => changed === title);
    return (
      <ThemeList
        key={title}
        title={title}
        those={those.map(({ ref, words }) => ({ ref, said: words }))}
        slug={slug}
        past={past}
      />
    );
  });
}
