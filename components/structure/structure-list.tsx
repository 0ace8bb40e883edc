import type { ReactNode } from "react";
import { TextLink } from "#components/ui/text-link";
import { monthName } from "#lib/rules/month";
import { sectionName } from "#lib/rules/section-name";
import type { PlacedIndicator, StructureSection, StructureTheme } from "#lib/structure/get-structure";

/** Where the forms of a theme, a section or an indicator are opened; none where nobody may change it, or it has ended. */
type Changing = ((id: string) => string) | null;

type Shown = {
  change: Changing;
  indicatorHref: (ref: string) => string;
  /** The one whose forms stand open, and they. */
  open: { id: string; forms: ReactNode } | null;
};

/** A scorecard’s themes with their sections and indicators, in order; beside each a link to what can be done with it. */
export function StructureList({ themes, ...shown }: Shown & { themes: readonly StructureTheme[] }) {
  return themes.map((theme) => (
    <section key={theme.id} id={theme.id} className="mt-7">
      <div className={line}>
        <h2 className="text-xl">
          {theme.name}
          <Ended has={theme.hasEnded} />
        </h2>
        <ChangeLink of={theme} name={theme.name} {...shown} />
      </div>
      <OpenForms of={theme} {...shown} />
      {theme.sections.length === 0 && <p className="text-soft">No section stands in it yet.</p>}
      {theme.sections.map((section) => (
        <SectionPart key={section.id} section={section} {...shown} />
      ))}
    </section>
  ));
}

function SectionPart({ section, ...shown }: Shown & { section: StructureSection }) {
  const name = sectionName(section);
  return (
    <div id={section.id} className="mt-3 border-l-2 border-line pl-3.5">
      <div className={line}>
        <h3 className="text-lg">
          {name}
          <Ended has={section.hasEnded} />
        </h3>
        <ChangeLink of={section} name={`section ${name}`} {...shown} />
      </div>
      <OpenForms of={section} {...shown} />
      {section.indicators.length === 0 ? (
        <p className="text-soft">No indicator stands in it.</p>
      ) : (
        <ol>
          {section.indicators.map((indicator) => (
            <IndicatorLine key={indicator.id} indicator={indicator} {...shown} />
          ))}
        </ol>
      )}
    </div>
  );
}

function IndicatorLine({ indicator, ...shown }: Shown & { indicator: PlacedIndicator }) {
  const { id, ref, measure, begins, ended } = indicator;
  return (
    <li id={id} className="border-t border-line py-1.5 first:border-t-0">
      <div className={line}>
        <span>
          <TextLink href={shown.indicatorHref(ref)}>{ref}</TextLink> {measure}
          {begins && <span className="text-soft"> (from {monthName(begins)})</span>}
          {ended && <span className="text-soft"> (ended with {monthName(ended)})</span>}
        </span>
        {!ended && <ChangeLink of={indicator} name={ref} {...shown} />}
      </div>
      <OpenForms of={indicator} {...shown} />
    </li>
  );
}

type Of = { id: string; hasEnded?: boolean };

function ChangeLink({ of, name, change, open }: { of: Of; name: string } & Shown) {
  if (!change || of.hasEnded || open?.id === of.id) return null;
  return (
    <TextLink href={change(of.id)} className="print:hidden">
      Change <span className="sr-only">{name}</span>
    </TextLink>
  );
}

function OpenForms({ of, change, open }: { of: Of } & Shown) {
  if (!change || of.hasEnded || open?.id !== of.id) return null;
  return <div className="my-2 rounded-md border border-line bg-raised px-4 py-3.5 print:hidden">{open.forms}</div>;
}

/** What stands on one line with the link to change it. */
const line = "touchable flex flex-wrap items-baseline gap-x-4";

const Ended = ({ has }: { has: boolean }) => (has ? <span className="text-base text-soft"> (ended)</span> : null);
