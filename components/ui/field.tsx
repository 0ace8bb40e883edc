import type { ComponentProps, ReactNode } from "react";

type FieldProps = {
  name: string;
  label: ReactNode;
  /** Defaults to the name; the error summary links here. */
  id?: string;
  hint?: ReactNode;
  error?: string | undefined;
  /** The label for screen readers only, where a table header says it to the eye. */
  labelHidden?: boolean;
};

const controlClass = (error: string | undefined, more = "") =>
  ["control", error && "wrong", more].filter(Boolean).join(" ");

function described({ id, name, hint, error }: Pick<FieldProps, "id" | "name" | "hint" | "error">) {
  const at = id ?? name;
  return {
    id: at,
    "aria-describedby": [hint && `${at}-hint`, error && `${at}-error`].filter(Boolean).join(" ") || undefined,
    "aria-invalid": error ? (true as const) : undefined,
  };
}

/** Label, hint and error round any control; the control itself carries the id and aria-describedby. */
export function FieldFrame({
  id,
  name,
  label,
  hint,
  error,
  labelHidden,
  children,
}: FieldProps & { children: ReactNode }) {
  const at = id ?? name;
  return (
    <div className="field">
      <label htmlFor={at} className={labelHidden ? "sr-only" : undefined}>
        {label}
      </label>
      {hint && (
        <p id={`${at}-hint`} className="mb-1.5 text-sm text-soft">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${at}-error`} className="mb-1.5 text-sm font-semibold text-stop">
          <span className="sr-only">Error: </span>
          {error}
        </p>
      )}
      {children}
    </div>
  );
}

export function TextField({
  label,
  hint,
  error,
  labelHidden,
  className = "",
  ...rest
}: FieldProps & Omit<ComponentProps<"input">, keyof FieldProps>) {
  const about = { id: rest.id, name: rest.name, hint, error };
  return (
    <FieldFrame {...about} label={label} labelHidden={labelHidden}>
      <input type="text" {...rest} {...described(about)} className={controlClass(error, className)} />
    </FieldFrame>
  );
}

export function TextareaField({
  label,
  hint,
  error,
  labelHidden,
  className = "",
  ...rest
}: FieldProps & Omit<ComponentProps<"textarea">, keyof FieldProps>) {
  const about = { id: rest.id, name: rest.name, hint, error };
  return (
    <FieldFrame {...about} label={label} labelHidden={labelHidden}>
      <textarea rows={5} {...rest} {...described(about)} className={controlClass(error, className)} />
    </FieldFrame>
  );
}

export function SelectField({
  label,
  hint,
  error,
  labelHidden,
  options,
  className = "",
  ...rest
}: FieldProps & { options: readonly { value: string; label: string }[] } & Omit<
    ComponentProps<"select">,
    keyof FieldProps | "children"
  >) {
  const about = { id: rest.id, name: rest.name, hint, error };
  return (
    <FieldFrame {...about} label={label} labelHidden={labelHidden}>
      <select {...rest} {...described(about)} className={controlClass(error, className)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
