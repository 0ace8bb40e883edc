import { TextLink } from "#components/ui/text-link";
import { paths } from "#lib/paths";
import { sectionName } from "#lib/rules/section-name";
import type { IndicatorAt } from "#lib/scorecards/sheet";

/** The heading of a section in the scorecard's table, with the theme it stands under. */
export function SectionRow({ at: { section, theme }, width, slug }: { at: IndicatorAt; width: number; slug: string }) {
  return (
    <tr>
      <th scope="rowgroup" colSpan={width} className="bg-wash font-semibold">
        <span className="sticky left-2">
          {sectionName(section)}
          <TextLink
            href={paths.theme(slug, theme.slug)}
            className="ml-3 inline-block text-[0.8125rem] leading-6 font-normal"
          >
            {theme.name}
          </TextLink>
        </span>
      </th>
    </tr>
  );
}
