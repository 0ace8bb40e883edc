const list = new Intl.ListFormat("en-GB");

/** Whether a comment is asked for here, and by which rules. */
export function RequiredWords({ required }: { required: readonly string[] }) {
  if (required.length === 0) return <p className="my-3 text-soft">No comment is required on this figure.</p>;
  return (
    <p className="my-3">
      <strong>A comment is required:</strong> {list.format(required)}.
    </p>
  );
}
