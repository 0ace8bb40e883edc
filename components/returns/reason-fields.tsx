import type { KeyboardEvent, ReactNode } from "react";
import { changeReasons, type GivenReason } from "#lib/rules/change-reason";

const choices = [["", "Choose a reason"], ...Object.entries(changeReasons)] as const;

/** Why a figure changes that others rely on, below what is said of the change before it is made. */
export function ReasonFields({
  asks,
  given,
  change,
  name,
  isWrong = false,
  onKeyDown,
  children,
}: {
  asks: string;
  given: GivenReason;
  change: (reason: Partial<GivenReason>) => void;
  /** The row's, where they are fields of the return's form. */
  name?: string;
  isWrong?: boolean;
  onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void;
  children?: ReactNode;
}) {
  return (
    <fieldset className="reason">
      <legend>{asks}</legend>
      <label>
        <span>Why does it change?</span>
        <select
          name={name && `${name}.because`}
          value={given.because}
          onChange={({ target }) => change({ because: target.value })}
          onKeyDown={onKeyDown}
          aria-invalid={isWrong || undefined}
        >
          {choices.map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>In words</span>
        <input
          name={name && `${name}.why`}
          value={given.why}
          onChange={({ target }) => change({ why: target.value })}
          onKeyDown={onKeyDown}
          autoComplete="off"
        />
      </label>
      {children}
    </fieldset>
  );
}
