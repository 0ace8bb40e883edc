import { SelectField, TextareaField, TextField } from "#components/ui/field";
import type { TypedActual } from "#lib/rules/actual";
import { longestNote } from "#lib/rules/longest";
import { missingWords } from "#lib/rules/missing-words";
import { redactedBefore } from "#lib/rules/without-mark";

const reasons = [
  { value: "", label: "There is a figure" },
  ...Object.entries(missingWords).map(([value, words]) => ({ value, label: `There is none: ${words}` })),
];

/** What an actual says, in the fields of a form of its own. */
export function FigureFields({
  typed,
  errors,
  isPercent,
  isDoubted,
  redacted,
}: {
  typed: Partial<TypedActual>;
  errors: Record<string, string>;
  isPercent: boolean;
  /** What was typed was asked about: it can be said that it is meant. */
  isDoubted: boolean;
  /** What is said of the redaction of its note. */
  redacted: string | null;
}) {
  return (
    <>
      <TextField
        name="value"
        label="Figure"
        inputMode="decimal"
        autoComplete="off"
        className="max-w-40!"
        defaultValue={typed.value}
        error={errors.value}
      />
      {isDoubted && (
        <label className="mb-4 block">
          <input type="checkbox" name="sure" value={typed.value} className="mr-2" />
          {`${typed.value} is meant`}
        </label>
      )}
      {isPercent && (
        <>
          <TextField
            name="numerator"
            label="Numerator"
            inputMode="decimal"
            autoComplete="off"
            className="max-w-40!"
            defaultValue={typed.numerator}
            error={errors.numerator}
          />
          <TextField
            name="denominator"
            label="Denominator"
            inputMode="decimal"
            autoComplete="off"
            className="max-w-40!"
            defaultValue={typed.denominator}
            error={errors.denominator}
          />
        </>
      )}
      <SelectField
        key={`missing ${typed.missing}`}
        name="missing"
        label="Why there is no figure"
        options={reasons}
        defaultValue={typed.missing}
        error={errors.missing}
      />
      <TextareaField
        name="note"
        label="Note (optional)"
        hint={redacted && redactedBefore(redacted)}
        rows={2}
        maxLength={longestNote}
        defaultValue={typed.note}
        error={errors.note}
      />
      <p className="mb-4 flex flex-wrap gap-x-6">
        {(["provisional", "estimated"] as const).map((flag) => (
          <label key={flag}>
            <input id={flag} type="checkbox" name={flag} className="mr-2" defaultChecked={typed[flag]} />
            {flag.replace(/^./, (first) => first.toUpperCase())}
          </label>
        ))}
      </p>
    </>
  );
}
