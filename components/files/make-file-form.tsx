"use client";

import { KeptForm } from "#components/kept/kept-form";
import { useVerbForm } from "#components/kept/use-verb-form";
import { Button } from "#components/ui/button";
import { SelectField } from "#components/ui/field";
import { RefusedSummary } from "#components/ui/refused-summary";
import { askFileAction } from "#lib/files/actions";

const papers = [
  { value: "A4", label: "A4" },
  { value: "A3", label: "A3, the same pages larger" },
];

const forms = [
  { value: "XLSX", label: "Workbook (XLSX)" },
  { value: "CSV", label: "CSV" },
  { value: "CSV for a spreadsheet", label: "CSV for a spreadsheet" },
];

const smalls = [
  { value: "", label: "shown: not for publication" },
  { value: "hidden", label: "hidden, as readers see them" },
];

/** Asks for a board pack, or for a workbook or text, of the months and the moment that its page is of. */
export function MakeFileForm({
  kind,
  of,
  small,
  request,
}: {
  kind: "pack" | "workbook";
  of: { scorecard: string; from: string; to: string; edition: string; cut: string };
  /** How small numbers are asked for; null of who has no choice. */
  small: "" | "hidden" | null;
  request: string;
}) {
  const label = kind === "pack" ? "Make the board pack" : "Make it and keep it";
  const { key, form, given, refused, summary, isBusy } = useVerbForm(askFileAction, label.toLowerCase(), { request });
  const typed = refused?.typed ?? {};
  const saved = { ...(kind === "pack" ? { paper: "A4" } : { form: "XLSX" }), ...(small !== null && { small }) };
  return (
    <KeptForm key={key} {...form} saved={saved} aria-label={label} className="max-w-xl">
      <RefusedSummary result={summary} />
      <input type="hidden" name="request" value={given.request} />
      {Object.entries(of).map(([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />)}
      {kind === "pack" ? (
        <SelectField
          name="paper"
          label="Paper"
          hint="Printed across."
          options={papers}
          defaultValue={typed.paper ?? "A4"}
          error={refused?.fields.paper}
          className="max-w-64!"
        />
      ) : (
        <SelectField
          name="form"
          label="Form"
          options={forms}
          defaultValue={typed.form ?? "XLSX"}
          error={refused?.fields.form}
          className="max-w-64!"
        />
      )}
      {small !== null && (
        <SelectField
          name="small"
          label="Small numbers"
          options={smalls}
          defaultValue={typed.small ?? small}
          error={refused?.fields.small}
          className="max-w-80!"
        />
      )}
      <Button disabled={isBusy}>{label}</Button>
    </KeptForm>
  );
}
