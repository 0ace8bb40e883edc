"use client";

import { KeptForm } from "#components/kept/kept-form";
import { useVerbForm } from "#components/kept/use-verb-form";
import { Button } from "#components/ui/button";
import { ErrorSummary } from "#components/ui/error-summary";
import { SelectField, TextField } from "#components/ui/field";
import { handOverAction } from "#lib/people/actions";

const choose = { value: "", label: "Choose" };

/** Gives all of somebody's teams to another, in one act. */
export function HandOverForm({
  person,
  successors,
  request,
}: {
  person: { id: string; name: string };
  successors: readonly { id: string; name: string }[];
  request: string;
}) {
  const { key, form, given, refused, summary, isBusy } = useVerbForm(handOverAction, `hand over ${person.id}`, {
    request,
  });
  return (
    <details open={refused !== null} className="mt-3">
      <summary className="min-h-6 text-accent underline underline-offset-3">Hand their teams over</summary>
      <KeptForm
        key={key}
        {...form}
        saved={{ to: "", why: "" }}
        aria-label="Hand their teams over"
        className="mt-2 max-w-xl rounded-md border border-line bg-raised px-4 py-3.5"
      >
        {summary?.ok === false && (
          <ErrorSummary errors={[{ message: summary.message, field: refused?.fields.why ? "why" : "to" }]} />
        )}
        <p className="mb-3">
          Whoever takes over holds every team role that {person.name} holds or is to hold, on the same days and from
          their next request on, and goes on with the drafts and returns. {person.name} loses those roles, and nobody
          stands in for them or through them.
        </p>
        <input type="hidden" name="request" value={given.request} />
        <input type="hidden" name="person" value={person.id} />
        <SelectField
          name="to"
          label="To whom"
          options={[choose, ...successors.map(({ id, name }) => ({ value: id, label: name }))]}
          required
          defaultValue={refused?.typed.to ?? ""}
          error={refused?.fields.to}
        />
        <TextField
          name="why"
          label="Why"
          hint="It stands in the history, with your name."
          required
          maxLength={500}
          autoComplete="off"
          defaultValue={refused?.typed.why ?? ""}
          error={refused?.fields.why}
        />
        <Button disabled={isBusy}>Hand over</Button>
      </KeptForm>
    </details>
  );
}
