"use client";

import { KeptForm } from "#components/kept/kept-form";
import { useVerbForm } from "#components/kept/use-verb-form";
import { Button } from "#components/ui/button";
import { SelectField, TextField } from "#components/ui/field";
import { RefusedSummary } from "#components/ui/refused-summary";
import { makeSignInRuleAction } from "#lib/people/sign-in-rules/actions";

type Option = { value: string; label: string };

/** Who comes in without an invitation, and as what. */
export function MakeSignInRuleForm({ becomes, request }: { becomes: readonly Option[]; request: string }) {
  const { key, form, given, refused, summary, isBusy } = useVerbForm(makeSignInRuleAction, "make a sign-in rule", {
    request,
  });
  const typed = refused?.typed ?? {};
  const errors = refused?.fields ?? {};
  return (
    <KeptForm
      key={key}
      {...form}
      saved={{ domain: "", group: "", becomes: "" }}
      aria-label="Make a rule"
      className="max-w-xl"
    >
      <RefusedSummary result={summary} />
      <input type="hidden" name="request" value={given.request} />
      <TextField
        name="domain"
        label="Domain of their e-mail address"
        hint="Such as example.gov.uk. Addresses of a.example.gov.uk are not of it."
        required
        maxLength={254}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={typed.domain}
        error={errors.domain}
      />
      <TextField
        name="group"
        label="Only in this group (optional)"
        hint="Letter by letter as the issuer tells it: of Entra ID that is the group’s object id."
        maxLength={200}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={typed.group}
        error={errors.group}
      />
      <SelectField
        name="becomes"
        label="They become"
        hint="Auditors and performance officers are invited by somebody."
        options={[{ value: "", label: "Choose" }, ...becomes]}
        required
        defaultValue={typed.becomes ?? ""}
        error={errors.becomes}
      />
      <Button disabled={isBusy}>Make the rule</Button>
    </KeptForm>
  );
}
