import { randomUUID } from "node:crypto";
import { monthOptions } from "#components/structure/month-options";
import { StructureForm } from "#components/structure/structure-form";
import { monthName } from "#lib/rules/month";
import { sectionName } from "#lib/rules/section-name";
import type { PlacedIndicator, Structure, StructureSection, StructureTheme } from "#lib/structure/get-structure";

const named = (those: readonly { id: string; name: string }[]) =>
  those.map(({ id, name }) => ({ value: id, label: name }));

const fromField = ({ months, month }: Pick<Structure, "months" | "month">) => ({
  kind: "select" as const,
  name: "from",
  label: "From which month",
  hint: "Months before it show where things stood then.",
  options: monthOptions(months.toReversed()),
  value: month,
});

export const liveThemes = (themes: readonly StructureTheme[]) => themes.filter(({ hasEnded }) => !hasEnded);
export const liveSections = (themes: readonly StructureTheme[]) =>
  themes.flatMap(({ sections }) => sections.filter(({ hasEnded }) => !hasEnded));

/** What can be done with a theme. */
export function ThemeForms({ theme, structure }: { theme: StructureTheme; structure: Structure }) {
  const about = { scorecard: structure.scorecard.id, theme: theme.id };
  const given = { about, seen: String(theme.version) };
  return (
    <>
      <StructureForm
        {...given}
        act="rename theme"
        label={`Rename ${theme.name}`}
        fields={[
          { kind: "text", name: "name", label: "What it is called", most: 200, required: true, value: theme.name },
        ]}
        buttons={[{ label: "Rename the theme" }]}
        request={randomUUID()}
      />
      {liveThemes(structure.themes).length > 1 && (
        <StructureForm
          {...given}
          act="move theme"
          label={`Move ${theme.name}`}
          buttons={[
            { label: "Move it up", name: "way", value: "up" },
            { label: "Move it down", name: "way", value: "down" },
          ]}
          request={randomUUID()}
        />
      )}
      {theme.sections.every(({ hasEnded }) => hasEnded) && (
        <StructureForm
          {...given}
          act="end theme"
          label={`End ${theme.name}`}
          tone="stop"
          buttons={[{ label: "End the theme" }]}
          request={randomUUID()}
        />
      )}
    </>
  );
}

/** What can be done with a section. */
export function SectionForms({ section, structure }: { section: StructureSection; structure: Structure }) {
  const name = sectionName(section);
  const about = { scorecard: structure.scorecard.id, section: section.id };
  const given = { about, seen: String(section.version) };
  const otherThemes = liveThemes(structure.themes).filter(({ id }) => id !== section.themeId);
  const others = liveSections(structure.themes).filter(({ id }) => id !== section.id);
  return (
    <>
      <StructureForm
        {...given}
        act="rename section"
        label={`Number and title of section ${name}`}
        fields={[
          {
            kind: "text",
            name: "number",
            label: "Number",
            most: 3,
            required: true,
            numeric: true,
            value: String(section.number),
          },
          { kind: "text", name: "title", label: "Title", most: 500, value: section.title ?? "" },
        ]}
        buttons={[{ label: "Save number and title" }]}
        request={randomUUID()}
      />
      {otherThemes.length > 0 && (
        <StructureForm
          {...given}
          act="move section"
          label={`Move section ${name}`}
          fields={[{ kind: "select", name: "theme", label: "To another theme", options: named(otherThemes) }]}
          buttons={[{ label: "Move the section" }]}
          request={randomUUID()}
        />
      )}
      {section.indicators.length > 0 && others.length > 0 && (
        <StructureForm
          {...given}
          act="merge section"
          label={`Merge section ${name}`}
          tone="stop"
          fields={[
            {
              kind: "select",
              name: "into",
              label: "Merge it into",
              hint: "Its indicators go to the end of the other, and it ends.",
              options: others.map((each) => ({ value: each.id, label: sectionName(each) })),
            },
            fromField(structure),
          ]}
          buttons={[{ label: "Merge the sections" }]}
          request={randomUUID()}
        />
      )}
      {section.indicators.every(({ ended }) => ended) && (
        <StructureForm
          {...given}
          act="end section"
          label={`End section ${name}`}
          tone="stop"
          buttons={[{ label: "End the section" }]}
          request={randomUUID()}
        />
      )}
    </>
  );
}

/** Where an indicator can go. */
export function IndicatorForms({ indicator, structure }: { indicator: PlacedIndicator; structure: Structure }) {
  const given = {
    about: { scorecard: structure.scorecard.id, indicator: indicator.id },
    seen: indicator.definition,
  };
  const sections = liveSections(structure.themes);
  const own = sections.find(({ id }) => id === indicator.sectionId);
  const others = sections.filter((each) => each !== own);
  return (
    <>
      <p className="mb-2 text-soft">From {monthName(structure.month)} on; months before it show where it stood then.</p>
      {own && own.indicators.length > 1 && (
        <StructureForm
          {...given}
          about={{ ...given.about, from: structure.month }}
          act="move indicator"
          label={`Move ${indicator.ref} in its section`}
          buttons={[
            { label: "Move it up", name: "to", value: "up" },
            { label: "Move it down", name: "to", value: "down" },
          ]}
          request={randomUUID()}
        />
      )}
      {others.length > 0 && (
        <StructureForm
          {...given}
          about={{ ...given.about, from: structure.month }}
          act="move indicator"
          label={`Move ${indicator.ref} to another section`}
          fields={[
            {
              kind: "select",
              name: "to",
              label: "To another section",
              options: others.map((each) => ({ value: each.id, label: sectionName(each) })),
            },
          ]}
          buttons={[{ label: "Move the indicator" }]}
          request={randomUUID()}
        />
      )}
    </>
  );
}
