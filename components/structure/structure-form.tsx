"use client";

import { KeptForm } from "#components/kept/kept-form";
import type { Action } from "#components/kept/reaching";
import { useVerbForm } from "#components/kept/use-verb-form";
import { type FieldGiven, StructureField } from "#components/structure/structure-field";
import { Button } from "#components/ui/button";
import type { ButtonTone } from "#components/ui/button-class";
import { ErrorSummary } from "#components/ui/error-summary";
import {
  addSectionAction,
  addThemeAction,
  copyScorecardAction,
  endScorecardAction,
  endSectionAction,
  endThemeAction,
  makeScorecardAction,
  mergeSectionAction,
  moveIndicatorAction,
  moveSectionAction,
  moveThemeAction,
  renameScorecardAction,
  renameSectionAction,
  renameThemeAction,
} from "#lib/structure/actions";

const acts = {
  "make scorecard": makeScorecardAction,
  "copy scorecard": copyScorecardAction,
  "rename scorecard": renameScorecardAction,
  "end scorecard": endScorecardAction,
  "add theme": addThemeAction,
  "rename theme": renameThemeAction,
  "move theme": moveThemeAction,
  "end theme": endThemeAction,
  "add section": addSectionAction,
  "rename section": renameSectionAction,
  "move section": moveSectionAction,
  "merge section": mergeSectionAction,
  "end section": endSectionAction,
  "move indicator": moveIndicatorAction,
} satisfies Record<string, Action<{ next: string }>>;

type Sent = { label: string; name?: string; value?: string };

/**
 * One act on a scorecard or a part of it: what it is about, its fields, and a button for each way of doing it. Its fields’ ids
 * say of which act they are, because several such forms stand on one page.
 */
export function StructureForm({
  act,
  label,
  about = {},
  fields = [],
  buttons,
  tone = "quiet",
  seen = "",
  request,
}: {
  act: keyof typeof acts;
  /** By which the form is known to who hears it. */
  label: string;
  about?: Record<string, string>;
  fields?: readonly FieldGiven[];
  buttons: readonly Sent[];
  tone?: ButtonTone;
  seen?: string;
  request: string;
}) {
  const name = [act, ...Object.values(about)].join(" ");
  const { key, form, given, refused, summary, isBusy } = useVerbForm<
    { next: string },
    { request: string; seen: string }
  >(acts[act], name, { request, seen });
  const idOf = (field: string) => `${act.replace(" ", "-")}-${field}`;
  const typed = fields.map((field) => field.name);
  const saved = Object.fromEntries(
    fields.flatMap((field) => (field.kind === "text" ? [[field.name, field.value ?? ""]] : [])),
  );
  return (
    <KeptForm key={key} {...form} saved={saved} aria-label={label} className="mb-2 max-w-xl">
      {summary?.ok === false && <ErrorSummary errors={problems(summary, typed, idOf)} />}
      <input type="hidden" name="request" value={given.request} />
      {given.seen && <input type="hidden" name="seen" value={given.seen} />}
      {Object.entries(about).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      {fields.map((field) => (
        <StructureField
          key={field.name}
          field={field}
          id={idOf(field.name)}
          typed={refused?.typed[field.name]}
          error={refused?.fields[field.name]}
        />
      ))}
      <div className="flex flex-wrap gap-2">
        {buttons.map(({ label: says, ...sent }) => (
          <Button key={says} tone={tone} disabled={isBusy} {...sent}>
            {says}
          </Button>
        ))}
      </div>
    </KeptForm>
  );
}

/** By field where it is one of the form’s, else as a whole. */
function problems(
  { message, fields }: { message: string; fields: Record<string, string> },
  typed: readonly string[],
  idOf: (field: string) => string,
) {
  const all = Object.entries(fields).map(([field, says]) =>
    typed.includes(field) ? { message: says, field: idOf(field) } : { message: says },
  );
  return all.length > 0 ? all : [{ message }];
}
