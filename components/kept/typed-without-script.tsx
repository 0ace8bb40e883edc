/** What came back with a refusal whose form is gone, where no script keeps it. */
export function TypedWithoutScript({ typed }: { typed: string | undefined }) {
  return (
    typed && (
      <noscript>
        <p>You typed this, and it was not saved:</p>
        <blockquote className="my-2 whitespace-pre-line border-l-4 border-edge pl-3 wrap-anywhere">{typed}</blockquote>
      </noscript>
    )
  );
}
