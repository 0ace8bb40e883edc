import { Button } from "#components/ui/button";
import { SelectField, TextField } from "#components/ui/field";
import type { HistoryAsked } from "#lib/history/inputs";
import type { HistoryChoices } from "#lib/history/list-choices";
import { paths } from "#lib/paths";

const any = { value: "", label: "Any" };
const outcomes = [any, { value: "done", label: "Done" }, { value: "refused", label: "Refused" }];

/** Asks for a part of the history, by address alone, so that it can be kept and sent. */
export function FilterForm({
  asked: { filters, problems },
  typed,
  choices,
}: {
  asked: Pick<HistoryAsked, "filters" | "problems">;
  /** What the address says, readable or not. */
  typed: Record<string, string>;
  choices: HistoryChoices;
}) {
  const people = [any, ...choices.people, { value: "nobody", label: "Nobody signed in" }];
  return (
    <form
      action={paths.history()}
      method="get"
      className="grid grid-cols-2 items-end gap-x-3 gap-y-2.5 text-sm sm:grid-cols-[repeat(auto-fit,minmax(9rem,1fr))] [&_:is(input,select)]:h-9 [&>div]:my-0 print:hidden"
    >
      {(choices.scorecards.length > 1 || filters.scorecard) && (
        <SelectField
          name="scorecard"
          label="Scorecard"
          options={[any, ...choices.scorecards]}
          defaultValue={filters.scorecard ?? ""}
          error={problems.scorecard}
        />
      )}
      <SelectField
        name="indicator"
        label="Indicator"
        options={[any, ...choices.indicators]}
        defaultValue={filters.indicator ?? ""}
        error={problems.indicator}
      />
      <SelectField
        name="person"
        label="Person"
        options={people}
        defaultValue={filters.person ?? ""}
        error={problems.person}
      />
      <SelectField
        name="verb"
        label="What"
        options={[any, ...choices.verbs]}
        defaultValue={filters.verb ?? ""}
        error={problems.verb}
      />
      <SelectField
        name="month"
        label="Month"
        options={[any, ...choices.months]}
        defaultValue={filters.month ?? ""}
        error={problems.month}
      />
      <SelectField
        name="outcome"
        label="Outcome"
        options={outcomes}
        defaultValue={filters.outcome ?? ""}
        error={problems.outcome}
      />
      <TextField type="date" name="from" label="From" defaultValue={typed.from ?? ""} error={problems.from} />
      <TextField type="date" name="to" label="To" defaultValue={typed.to ?? ""} error={problems.to} />
      <Button className="justify-self-start">Show</Button>
    </form>
  );
}
