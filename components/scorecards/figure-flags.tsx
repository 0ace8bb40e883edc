/** What stands beside a figure: provisional [p], estimated [e]. */
export function FigureFlags({
  provisional,
  estimated,
}: {
  provisional?: boolean | undefined;
  estimated?: boolean | undefined;
}) {
  return (
    <>
      {provisional && <Flag sign="[p]" word="provisional" />}
      {estimated && <Flag sign="[e]" word="estimated" />}
    </>
  );
}

function Flag({ sign, word }: { sign: string; word: string }) {
  return (
    <small className="ml-1 font-normal" title={word}>
      <span aria-hidden="true">{sign}</span>
      <span className="sr-only">, {word}</span>
    </small>
  );
}
