import { Fragment } from "react";
import type { WordChange } from "#components/commentary/word-changes";

/** Words with what changed in them: added and removed by underline and strike-through, and said to screen readers. */
export function ChangedWords({ changes }: { changes: readonly WordChange[] }) {
  return (
    <p className="whitespace-pre-line">
      {changes.map(({ kind, words }, index) => {
        const key = `${index} ${kind}`;
        if (kind === "kept") return <span key={key}>{words}</span>;
        return kind === "added" ? (
          <ins key={key} className="bg-added-wash underline decoration-2 underline-offset-3">
            <Said word="added" />
            {words}
            <span className="sr-only">] </span>
          </ins>
        ) : (
          <Fragment key={key}>
            <del className="bg-stop-wash text-stop line-through">
              <Said word="removed" />
              {words}
              <span className="sr-only">] </span>
            </del>
            {changes[index + 1]?.kind === "added" && " "}
          </Fragment>
        );
      })}
    </p>
  );
}

function Said({ word }: { word: string }) {
  return <span className="sr-only"> [{word}: </span>;
}
