import { fieldIdOf } from "#components/imports/doubt-field";
import { Note } from "#components/ui/note";
import { TextLink } from "#components/ui/text-link";
import type { ImportReview } from "#lib/imports/queries";
import { paths } from "#lib/paths";
import { apart } from "#lib/rules/direction";
import { momentName } from "#lib/rules/moment";

const announced = "status" as const;

const by = (name: string | null) => name ?? "an operator’s command";

/** Where the import stands, and what was just done to it. */
export function ImportSaid({
  said,
  review,
  timeZone,
}: {
  said: string | string[] | undefined;
  review: ImportReview;
  timeZone: string;
}) {
  const { committedAt, committedBy, scorecard, readAt, readBy, taken, reading } = review;
  return (
    <>
      {said === "again" && (
        <Note live={announced}>
          <strong>This very file was read before</strong>, {momentName(readAt, timeZone)} by {by(readBy)}. Nothing was
          changed; this is that import.
        </Note>
      )}
      {said === "saved" && !committedAt && <Note live={announced}>Your answers are kept.</Note>}
      {committedAt && scorecard ? (
        <Note live={said === "committed" ? announced : undefined}>
          <strong>Committed</strong> {momentName(committedAt, timeZone)} by {by(committedBy)}, as{" "}
          <TextLink href={paths.scorecard(scorecard.slug)}>{scorecard.name}</TextLink>. Its answers are settled.
        </Note>
      ) : (
        <Note tone="quiet">
          Nothing of this file is in a scorecard until you commit it, at the end of this page.
          {taken && (
            <>
              {" "}
              <strong>
                {taken.name === reading?.name
                  ? `There is already a scorecard called ${apart(taken.name)}`
                  : `The scorecard ${apart(taken.name)} stands at the address /scorecards/${taken.slug}, which ${apart(reading?.name ?? "")} would get`}
              </strong>
              , so{" "}
              <a href={`#${fieldIdOf("name")}`} className="text-accent underline underline-offset-3">
                give this one another name
              </a>{" "}
              first.
            </>
          )}
        </Note>
      )}
    </>
  );
}
