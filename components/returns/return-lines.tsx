import { ReturnStateTag } from "#components/returns/return-state-tag";
import { TextLink } from "#components/ui/text-link";
import { paths } from "#lib/paths";
import type { OpenStops } from "#lib/returns/list-stops";
import type { ReturnLine } from "#lib/returns/return-lines";
import { apart } from "#lib/rules/direction";
import { momentName } from "#lib/rules/moment";

/** A lead's returns of a month, one for each team and scorecard: where each stands, and where it is looked at and submitted. */
export function ReturnLines({
  lines,
  timeZone,
  stops = [],
  counts = true,
}: {
  lines: readonly ReturnLine[];
  timeZone: string;
  /** What stops those that are open, where that was read too. */
  stops?: readonly OpenStops[];
  /** Whether how much is given is said, which another part of a page may say truer while figures are typed. */
  counts?: boolean;
}) {
  const scorecards = new Set(lines.map(({ scorecard }) => scorecard.slug));
  return (
    <ul className="max-w-3xl">
      {lines.map((line) => {
        const { scorecard, team, month, monthState, submission } = line;
        const stopping = stops.find(
          (each) => each.slug === scorecard.slug && each.team === team.slug && each.month === month,
        );
        const canSubmit = monthState === "open" && (!submission || submission.isReopened);
        return (
          <li key={`${scorecard.slug} ${team.slug}`} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-1">
            <TextLink
              href={paths.teamReturn({ slug: scorecard.slug, team: team.slug, month })}
              className="inline-block font-semibold leading-6"
            >
              {canSubmit ? `Check and submit the ${apart(team.name)} return` : `The ${apart(team.name)} return`}
              {scorecards.size > 1 && `, ${apart(scorecard.name)}`}
            </TextLink>
            <ReturnStateTag submission={submission} monthState={monthState} />
            <span className="text-soft">
              {[...lineWords(line, timeZone, counts), ...(canSubmit && stopping ? stopWords(stopping) : [])].join(
                " · ",
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function lineWords({ due, given, explained, submission }: ReturnLine, timeZone: string, counts: boolean): string[] {
  const words = [
    counts && `${given} of ${due} given`,
    counts && explained > 0 && `${explained} explained`,
    submission && `submitted by ${apart(submission.submittedBy)}, ${momentName(submission.submittedAt, timeZone)}`,
    submission?.reopenedUntil &&
      `${submission.isReopened ? "reopened" : "was reopened"} until ${momentName(submission.reopenedUntil, timeZone)}`,
    submission?.askedAt ? "asked to be reopened" : submission?.refusedAt && "refused to be reopened",
  ];
  return words.filter((each) => typeof each === "string");
}

function stopWords({ stops, required }: OpenStops): string[] {
  return [
    ...(required > 0 ? [`${required} ${required === 1 ? "comment" : "comments"} required`] : []),
    stops === 0 ? "nothing stops it" : `${stops} ${stops === 1 ? "thing stops" : "things stop"} it`,
  ];
}
