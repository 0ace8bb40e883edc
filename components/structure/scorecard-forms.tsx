import { randomUUID } from "node:crypto";
import { liveThemes } from "#components/structure/part-forms";
import { StructureForm } from "#components/structure/structure-form";
import type { Structure } from "#lib/structure/get-structure";

/** What can be added to a scorecard. */
export function AddingForms({ structure }: { structure: Structure }) {
  const about = { scorecard: structure.scorecard.id };
  const themes = liveThemes(structure.themes);
  const numbers = structure.themes.flatMap(({ sections }) => sections.map(({ number }) => number));
  return (
    <>
      {themes.length > 0 && (
        <>
          <h2 className="mt-8 mb-1 text-xl">Add a section</h2>
          <StructureForm
            act="add section"
            label="Add a section"
            about={about}
            fields={[
              {
                kind: "select",
                name: "theme",
                label: "Theme",
                options: themes.map(({ id, name }) => ({ value: id, label: name })),
              },
              {
                kind: "text",
                name: "number",
                label: "Number",
                hint: "Sections stand in the order of their numbers.",
                most: 3,
                required: true,
                numeric: true,
                value: String(Math.max(0, ...numbers) + 1),
              },
              { kind: "text", name: "title", label: "Title", most: 500, required: true },
            ]}
            buttons={[{ label: "Add the section" }]}
            request={randomUUID()}
          />
        </>
      )}
      <h2 className="mt-8 mb-1 text-xl">Add a theme</h2>
      <StructureForm
        act="add theme"
        label="Add a theme"
        about={about}
        fields={[{ kind: "text", name: "name", label: "Name", most: 200, required: true }]}
        buttons={[{ label: "Add the theme" }]}
        request={randomUUID()}
      />
    </>
  );
}

/** What can be done with a scorecard as a whole. */
export function ScorecardForms({ structure }: { structure: Structure }) {
  const { id, name, sentence, version } = structure.scorecard;
  const given = { about: { scorecard: id }, seen: String(version) };
  return (
    <>
      <h2 className="mt-8 mb-1 text-xl">What it is called</h2>
      <StructureForm
        {...given}
        act="rename scorecard"
        label="What it is called"
        fields={[
          { kind: "text", name: "name", label: "Name of the scorecard", most: 200, required: true, value: name },
          { kind: "text", name: "sentence", label: "What it is for, in a sentence", most: 500, value: sentence ?? "" },
        ]}
        buttons={[{ label: "Save the name" }]}
        request={randomUUID()}
      />
      <details className="mt-8">
        <summary className="min-h-9 py-1.5 text-stop underline underline-offset-3">End {name}</summary>
        <p className="my-2 max-w-xl">
          Once its months are closed it can end. It stays to be read, with its editions and its history; no month of it
          is opened and nothing added any more. An end is not undone.
        </p>
        <StructureForm
          {...given}
          act="end scorecard"
          label={`End ${name}`}
          tone="stop"
          fields={[
            {
              kind: "text",
              name: "reason",
              label: "Why it ends",
              hint: "It stands on the scorecard and in the history, with your name.",
              most: 1000,
              required: true,
            },
            { kind: "sure", name: "sure", label: "I am sure that it ends" },
          ]}
          buttons={[{ label: "End the scorecard" }]}
          request={randomUUID()}
        />
      </details>
    </>
  );
}
