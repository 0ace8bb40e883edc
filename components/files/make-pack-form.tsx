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

const smalls = [
  { value: "", label: "shown: not for publication" },
  { value: "hidden", label: "hidden, as readers see them" },
];

/** Asks for a board pack of the months and the moment that its page is of. */
export function MakePackForm({
  of,
  small,
  request,
}: {
  of: { scorecard: string; from: string; to: string; edition: string; cut: string };
  /** How small numbers are asked for; null of who has no choice. */
  small: "" | "hidden" | null;
  request: string;
}) {
  const { key, form, given, refused, summary, isBusy } = useVerbForm(askFileAction, "make the board pack", { request });
  const typed = refused?.typed ?? {};
  const saved = { paper: "A4", ...(small !== null && { small }) };
  return (
    <KeptForm key={key} {...form} saved={saved} aria-label="Make the board pack" className="max-w-xl">
      <RefusedSummary result={summary} />
      <input type="hidden" name="request" value={given.request} />
      {Object.entries(of).map(([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />)}
      <SelectField
        name="paper"
        label="Paper"
        hint="Printed across."
        options={papers}
        defaultValue={typed.paper ?? saved.paper}
        error={refused?.fields.paper}
        className="max-w-64!"
      />
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
      <Button disabled={isBusy}>Make the board pack</Button>
    </KeptForm>
  );
}
