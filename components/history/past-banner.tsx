import { PublishedOver } from "#components/months/published-over";
import { RestatedSince } from "#components/restatements/restated-since";
import { Note } from "#components/ui/note";
import { TextLink } from "#components/ui/text-link";
import type { PastView } from "#lib/audit/past-view";
import { paths } from "#lib/paths";
import { apart } from "#lib/rules/direction";

/** Says of a page that it shows the past: of which moment and cut, or which edition, and the way back to now. */
export function PastBanner({
  past: { name, moment, edition, leadsToNow, leadsToMoments },
  slug,
  now,
  differing,
}: {
  past: PastView;
  slug: string;
  /** The same page as things are. */
  now: string;
  /** The same page with what differs from now, where it can tell. */
  differing?: string | undefined;
}) {
  return (
    <section aria-label={edition ? "The edition" : "The past"}>
      <Note>
        <p className="font-semibold">
          {edition
            ? `${name}, published on ${moment} by ${apart(edition.by)}.`
            : `As it stood on ${moment}, ${name.toLowerCase()}.`}
        </p>
        {edition && <PublishedOver blockers={edition.blockers} reason={edition.reason} />}
        {edition && <RestatedSince number={edition.number} restated={edition.restated} />}
        <p className="touchable flex flex-wrap gap-x-4 print:hidden">
          Nothing can be changed here.
          {leadsToNow && <TextLink href={now}>See it as it is now</TextLink>}
          {leadsToNow && differing && <TextLink href={differing}>What differs from now</TextLink>}
          {edition && <TextLink href={paths.editions(slug)}>All editions</TextLink>}
          {leadsToMoments && <TextLink href={paths.asOf()}>Choose another moment</TextLink>}
        </p>
      </Note>
    </section>
  );
}
