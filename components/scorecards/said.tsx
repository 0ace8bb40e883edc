import type { SaidView } from "#components/scorecards/said-view";

/** A comment with its standing under it. */
export function Said({ said: { body, standing } }: { said: SaidView }) {
  return (
    <div>
      {body !== null && <p>{body}</p>}
      <p>{standing}</p>
    </div>
  );
}
