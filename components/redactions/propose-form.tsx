"use client";

import { KeptForm } from "#components/kept/kept-form";
import { useVerbForm } from "#components/kept/use-verb-form";
import { Button } from "#components/ui/button";
import { CountedTextarea } from "#components/ui/counted-textarea";
import { SelectField } from "#components/ui/field";
import { RefusedSummary } from "#components/ui/refused-summary";
import { proposeRedactionAction } from "#lib/redactions/actions";
import { longestAuthority, longestPassage } from "#lib/rules/longest";

type Props = {
  choices: { value: string; label: string }[];
  position: number;
  /** On which it is proposed before anybody typed another. */
  authority: string;
  request: string;
};

/** Which words are to go, all of them or a passage, and on whose authority. */
export function ProposeForm({ choices, position, authority, request }: Props) {
  const { key, form, given, refused, summary, isBusy } = useVerbForm(proposeRedactionAction, `redact ${position}`, {
    request,
  });
  const [only] = choices;
  return (
    <KeptForm key={key} {...form} saved={{ passage: "", authority }} aria-label="Propose a redaction" className="mt-6">
      <RefusedSummary result={summary} />
      <input type="hidden" name="request" value={given.request} />
      {choices.length === 1 ? (
        <input type="hidden" name="digest" value={only?.value} />
      ) : (
        <SelectField
          name="digest"
          label="Which words"
          options={choices}
          defaultValue={refused?.typed.digest}
          error={refused?.fields.digest}
        />
      )}
      <SelectField
        name="what"
        label="What of them is to go"
        options={[
          { value: "whole", label: "All of it" },
          { value: "passage", label: "A passage of it" },
        ]}
        defaultValue={refused?.typed.what}
        error={refused?.fields.what}
      />
      <CountedTextarea
        name="passage"
        label="The passage, if not all of it"
        hint="A name, for example. It goes wherever it stands in your organisation’s words, in capitals or not; you see where before anybody confirms it."
        rows={2}
        most={longestPassage}
        defaultValue={refused?.typed.passage}
        error={refused?.fields.passage}
      />
      <CountedTextarea
        name="authority"
        label="On whose authority"
        hint="For example: the data protection officer, article 17 request of 3 March. It is shown wherever the words stood, for ever: do not repeat them."
        rows={2}
        required
        most={longestAuthority}
        defaultValue={refused?.typed.authority ?? authority}
        error={refused?.fields.authority}
      />
      <p className="mb-3 max-w-2xl text-sm text-soft">
        Nothing goes yet: another performance officer or auditor, who wrote none of it, looks at it and confirms or
        refuses it.
      </p>
      <Button disabled={isBusy}>Propose it</Button>
    </KeptForm>
  );
}
