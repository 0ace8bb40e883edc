import type { ReactNode } from "react";
import type { CardView } from "#components/scorecards/theme-view";
import { TextLink } from "#components/ui/text-link";
import { paths } from "#lib/paths";

/** Some of a theme's indicators under a heading with their number, each with something to say of it; nothing where there are none. */
export function ThemeList({
  title,
  those,
  slug,
  say,
}: {
  title: string;
  those: readonly CardView[];
  slug: string;
  say: (card: CardView) => ReactNode;
}) {
  return those.length === 0 ? null : (
    <section className="mt-3">
      <h3 className="text-base">
        {title} <span className="font-normal text-soft">{`(${those.length})`}</span>
      </h3>
      <ul className="touchable mt-0.5 grid gap-0.5 text-[0.9375rem]">
        {those.map((card) => (
          <li key={card.ref}>
            <TextLink href={paths.indicator(slug, card.ref)}>{card.ref}</TextLink> {say(card)}
          </li>
        ))}
      </ul>
    </section>
  );
}
