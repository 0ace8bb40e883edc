"use client";

import { KeptForm } from "#components/kept/kept-form";
import { useVerbForm } from "#components/kept/use-verb-form";
import { Button } from "#components/ui/button";
import { SelectField, TextField } from "#components/ui/field";
import { RefusedSummary } from "#components/ui/refused-summary";
import { nameDeputyAction } from "#lib/people/actions";

type Option = { value: string; label: string };

const choose: Option = { value: "", label: "Choose" };

/** Who decides in a head of service's name, for one of their teams, between two days. */
export function NameDeputyForm({
  heads,
  people,
  today,
  request,
}: {
  heads: readonly Option[];
  people: readonly Option[];
  today: string;
  request: string;
}) {
  const { key, form, given, refused, summary, isBusy } = useVerbForm(nameDeputyAction, "name a deputy", { request });
  const [only] = heads.length === 1 ? heads : [];
  const typed = refused?.typed ?? {};
  const errors = refused?.fields ?? {};
  const saved = { of: only?.value ?? "", deputy: "", from: today, to: "" };
  return (
    <KeptForm key={key} {...form} saved={saved} aria-label="Name a deputy" className="max-w-xl">
      <RefusedSummary result={summary} />
      <input type="hidden" name="request" value={given.request} />
      <SelectField
        name="of"
        label="For whom"
        options={only ? [only] : [choose, ...heads]}
        required
        defaultValue={typed.of ?? saved.of}
        error={errors.of}
      />
      <SelectField
        name="deputy"
        label="Deputy"
        hint="Whoever leads or heads a team, and is neither an auditor nor a performance officer."
        options={[choose, ...people]}
        required
        defaultValue={typed.deputy ?? ""}
        error={errors.deputy}
      />
      <TextField
        name="from"
        label="First day"
        type="date"
        required
        min={today}
        className="max-w-48!"
        defaultValue={typed.from ?? today}
        error={errors.from}
      />
      <TextField
        name="to"
        label="Last day"
        hint="Their time ends by itself at the end of this day."
        type="date"
        required
        min={today}
        className="max-w-48!"
        defaultValue={typed.to ?? ""}
        error={errors.to}
      />
      <Button disabled={isBusy}>Name the deputy</Button>
    </KeptForm>
  );
}
