/** A text of the source, with the edges of its cells made visible. */
export function AsItCame({ text }: { text: string }) {
  if (text === "") return <p className="text-soft">Nothing stands there.</p>;
  return (
    <p className="rounded-md bg-wash px-2.5 py-1.5 font-mono text-sm whitespace-pre-wrap">
      {text.split("|").map((piece, index) => (
        // biome-ignore lint: the pieces never change places
        <span key={index}>
          {index > 0 && (
            <span className="mx-px font-bold text-accent" title="edge of a cell">
              |
            </span>
          )}
          {piece}
        </span>
      ))}
    </p>
  );
}
