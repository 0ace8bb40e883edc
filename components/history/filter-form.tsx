import type { ChoicesView } from "#components/history/history-view";
import { Button } from "#components/ui/button";
import { SelectField, TextField } from "#components/ui/field";
import type { HistoryAsked } from "#lib/history/inputs";
import { paths } from "#lib/paths";
import { outcomeWords } from "#lib/rules/outcome";

const outcomes = Object.entries(outcomeWords);

const anyOr = (choices: readonly (readonly [value: string, label: string])[]) =>
  [["", "Any"] as const, ...choices].map(([value, label]) => ({ value, label }));

/** Asks for a part of the history, by address alone, so that it can be kept and sent. */
export function FilterForm({
  asked: { filters, problems },
  typed,
  choices,
}: {
  asked: Pick<HistoryAsked, "filters" | "problems">;
  /** What the address says, readable or not. */
  typed: Record<string, string>;
  choices: ChoicesView;
}) {
  return (
    <form action={paths.history()} method="get" aria-label="Entries shown" className="filters">
      {(choices.scorecards.length > 1 || filters.scorecard) && (
        <SelectField
          name="scorecard"
          label="Scorecard"
          options={anyOr(choices.scorecards)}
          defaultValue={filters.scorecard ?? ""}
          error={problems.scorecard}
        />
      )}
      {(choices.themes.length > 1 || filters.theme) && (
        <SelectField
          name="theme"
          label="Theme"
          options={anyOr(choices.themes)}
          defaultValue={filters.theme ?? ""}
          error={problems.theme}
        />
      )}
      {choices.indicators ? (
        <SelectField
          name="indicator"
          label="Indicator"
          options={anyOr(choices.indicators)}
          defaultValue={filters.indicator ?? ""}
          error={problems.indicator}
        />
      ) : (
        <TextField
          name="indicator"
          label="Indicator"
          placeholder="Its ref, such as 2.3"
          defaultValue={filters.indicator ?? ""}
          error={problems.indicator}
        />
      )}
      {(choices.teams.length > 1 || filters.team) && (
        <SelectField
          name="team"
          label="Team"
          options={anyOr(choices.teams)}
          defaultValue={filters.team ?? ""}
          error={problems.team}
        />
      )}
      <SelectField
        name="person"
        label="Person"
        options={anyOr([...choices.people, ["nobody", "Nobody signed in"]])}
        defaultValue={filters.person ?? ""}
        error={problems.person}
      />
      <SelectField
        name="verb"
        label="What"
        options={anyOr(choices.verbs)}
        defaultValue={filters.verb ?? ""}
        error={problems.verb}
      />
      <TextField
        type="month"
        name="month"
        label="Month"
        placeholder="2013-12"
        defaultValue={typed.month ?? ""}
        error={problems.month}
      />
      <SelectField
        name="outcome"
        label="Outcome"
        options={anyOr(outcomes)}
        defaultValue={filters.outcome ?? ""}
        error={problems.outcome}
      />
      <TextField type="date" name="from" label="From" defaultValue={typed.from ?? ""} error={problems.from} />
      <TextField type="date" name="to" label="To" defaultValue={typed.to ?? ""} error={problems.to} />
      <Button>Show</Button>
    </form>
  );
}
