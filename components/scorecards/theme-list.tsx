import type { ReactNode } from "react";
import { type PastAddress, paths } from "#lib/paths";

/** Some of a theme's indicators under a heading with their number, each with something to say of it; nothing where there are none. */
export function ThemeList({
  title,
  those,
  slug,
  past,
}: {
  title: string;
  those: readonly { ref: string; said: ReactNode }[];
  slug: string;
  past: PastAddress;
}) {
  return those.length === 0 ? null : (
    <section className="mt-3">
      <h3 className="text-base">
        {title} <span className="font-normal text-soft">{`(${those.length})`}</span>
      </h3>
      <ul className="touchable mt-0.5 grid gap-0.5 text-[0.9375rem]">
        {those.map(({ ref, said }) => (
          <li key={ref}>
            <a href={paths.indicator(slug, ref, past)}>{ref}</a> {said}
          </li>
        ))}
      </ul>
    </section>
  );
}
