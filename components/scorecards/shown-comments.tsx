import type { IndicatorView } from "#components/scorecards/indicator-view";
import { Said } from "#components/scorecards/said";
import { TextLink } from "#components/ui/text-link";
import { paths } from "#lib/paths";
import { monthName } from "#lib/rules/month";

/** One indicator's comments on show by month, newest first; for who writes or decides on them, the way there. */
export function ShownComments({ view: { slug, ref, said, workedOn } }: { view: IndicatorView }) {
  return (
    <section className="mt-8">
      <h2 className="mb-2 text-xl">Comments</h2>
      {said.length === 0 && <p className="text-soft">No comment is on show for any month.</p>}
      <div className="said">
        {said.map((each) => (
          <Said key={each.standing} said={each} />
        ))}
      </div>
      {workedOn.length > 0 && (
        <ul className="mt-3 flex flex-wrap gap-x-5 gap-y-1">
          {workedOn.map((month) => (
            <li key={month}>
              <TextLink href={paths.comment(slug, ref, month)}>The comment for {monthName(month)}</TextLink>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
