import { SelectField, TextField } from "#components/ui/field";

type Named = { name: string; label: string; hint?: string; value?: string };

/** A field of such a form, as its page gives it. */
export type FieldGiven =
  | (Named & { kind: "text"; most: number; required?: boolean; numeric?: boolean })
  | (Named & { kind: "select"; options: readonly { value: string; label: string }[] })
  | (Named & { kind: "sure" });

export function StructureField({
  field,
  id,
  typed,
  error,
}: {
  field: FieldGiven;
  id: string;
  typed: string | undefined;
  error: string | undefined;
}) {
  const { name, label, hint, value } = field;
  const shared = { id, name, label, hint, error };
  if (field.kind === "select") return <SelectField {...shared} options={field.options} defaultValue={typed ?? value} />;
  if (field.kind === "text") {
    return (
      <TextField
        {...shared}
        required={field.required}
        maxLength={field.most}
        inputMode={field.numeric ? "numeric" : undefined}
        autoComplete="off"
        defaultValue={typed ?? value}
      />
    );
  }
  return (
    <p className="mb-4">
      <label className="inline-flex min-h-9 items-center gap-2">
        <input
          type="checkbox"
          id={id}
          name={name}
          value="yes"
          required
          aria-describedby={error ? `${id}-error` : undefined}
        />
        {label}
      </label>
      {error && (
        <span id={`${id}-error`} className="block text-sm font-semibold text-stop">
          <span className="sr-only">Error: </span>
          {error}
        </span>
      )}
    </p>
  );
}
