/** A box to tick before a block is recorded, with what is wrong while it is not. */
export function ReviewBox({
  name,
  isTicked,
  label,
  error,
}: {
  name: string;
  isTicked: boolean;
  label: string;
  error: string | undefined;
}) {
  const errorId = `${name}-error`;
  return (
    <label className="my-4 flex items-start gap-2.5">
      <input
        id={name}
        type="checkbox"
        name={name}
        defaultChecked={isTicked}
        className="mt-1 size-5 shrink-0"
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? errorId : undefined}
      />
      <span>
        {label}
        {error && (
          <span id={errorId} className="block text-sm font-semibold text-stop">
            <span className="sr-only">Error: </span>
            {error}
          </span>
        )}
      </span>
    </label>
  );
}
