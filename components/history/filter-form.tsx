import type { ChoicesView, Typed } from "#components/history/history-view";
import { Button } from "#components/ui/button";
import { SelectField, TextField } from "#components/ui/field";
import type { HistoryAsked } from "#lib/history/inputs";
import { paths } from "#lib/paths";
import { outcomeWords } from "#lib/rules/outcome";
import { nobody } from "#lib/rules/who-is-named";

const outcomes = Object.entries(outcomeWords);

/** Asks for a part of the history, by address alone, so that it can be kept and sent. */
export function FilterForm({
  asked: { filters, problems },
  typed,
  choices,
}: {
  asked: Pick<HistoryAsked, "filters" | "problems">;
  typed: Typed;
  choices: ChoicesView;
}) {
  const choice = (
    name: "scorecard" | "theme" | "indicator" | "team" | "person" | "verb" | "outcome",
    label: string,
    options: readonly (readonly [value: string, label: string])[],
  ) => (
    <SelectField
      name={name}
      label={label}
      options={[["", "Any"] as const, ...options].map(([value, says]) => ({ value, label: says }))}
      defaultValue={filters[name] ?? ""}
      error={problems[name]}
    />
  );
  /** Whether it is asked for, readable or not. */
  const asks = (name: keyof typeof problems & keyof typeof filters) => Boolean(filters[name] ?? problems[name]);
  return (
    <form action={paths.history()} method="get" aria-label="Entries shown" className="filters">
      {(choices.scorecards.length > 1 || asks("scorecard")) && choice("scorecard", "Scorecard", choices.scorecards)}
      {(choices.themes.length > 1 || asks("theme")) && choice("theme", "Theme", choices.themes)}
      {choices.indicators ? (
        choice("indicator", "Indicator", choices.indicators)
      ) : (
        <TextField
          name="indicator"
          label="Indicator"
          placeholder="Its ref, such as 2.3"
          defaultValue={filters.indicator ?? ""}
          error={problems.indicator}
        />
      )}
      {(choices.teams.length > 1 || asks("team")) && choice("team", "Team", choices.teams)}
      {choices.people ? (
        choice("person", "Person", [...choices.people, [nobody.value, nobody.label]])
      ) : (
        <TextField
          name="person"
          label="Person"
          placeholder="A name or a part of one"
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          defaultValue={typed.person}
          error={problems.person}
        />
      )}
      {choice("verb", "What", choices.verbs)}
      <TextField
        type="month"
        name="month"
        label="Month"
        placeholder="2013-12"
        defaultValue={typed.month}
        error={problems.month}
      />
      {choice("outcome", "Outcome", outcomes)}
      <TextField name="words" label="Words in reasons" defaultValue={typed.words} error={problems.words} />
      <TextField type="date" name="from" label="From" defaultValue={typed.from} error={problems.from} />
      <TextField type="date" name="to" label="To" defaultValue={typed.to} error={problems.to} />
      <Button>Show</Button>
    </form>
  );
}
