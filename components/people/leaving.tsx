import { HandOverForm } from "#components/people/hand-over-form";
import { roleName } from "#components/people/role-name";
import { TextLink } from "#components/ui/text-link";
import { paths } from "#lib/paths";
import type { Leaving as Left } from "#lib/people/get-leaving";
import { apart } from "#lib/rules/direction";
import { dateName } from "#lib/rules/moment";
import { monthName } from "#lib/rules/month";

/** What somebody who goes leaves behind, before they are disabled, and the form that hands their teams over. */
export function Leaving({
  person,
  left: { drafts, returns, alone, deputies, successors },
  request,
}: {
  person: { id: string; name: string };
  left: Left;
  request: string;
}) {
  const isNothing = [drafts, returns, alone, deputies].every((list) => list.length === 0);
  return (
    <section aria-label="If they leave">
      <h2 className="mt-8 mb-1 text-xl">If they leave</h2>
      {isNothing && <p className="text-soft">{apart(person.name)} leaves nothing open behind.</p>}
      <ul className="list-disc pl-5">
        {alone.map(({ role, team, fromDay }) => (
          <li key={`${role} ${team}`}>
            <strong>
              Nobody else is {roleName(role).toLowerCase()} of {team}
              {fromDay && ` from ${dateName(fromDay)}`}
            </strong>
            .
          </li>
        ))}
        {returns.map(({ slug, scorecard, month, team, teamSlug, due, given }) => (
          <li key={`${slug} ${month} ${teamSlug}`}>
            <TextLink href={paths.teamReturn({ slug, team: teamSlug, month })}>
              The {team} return for {monthName(month)}
            </TextLink>{" "}
            is not handed in: {given} of {due} figures given ({scorecard}).
          </li>
        ))}
        {drafts.map(({ slug, scorecard, month, ref }) => (
          <li key={`${slug} ${month} ${ref}`}>
            A draft of theirs on{" "}
            <TextLink href={paths.comment(slug, ref, month)}>
              {ref} for {monthName(month)}
            </TextLink>{" "}
            ({scorecard}). Whoever leads the team goes on with it.
          </li>
        ))}
        {deputies.map(({ head, name, team, fromDay, toDay }) => (
          <li key={`${apart(head)} ${apart(name)} ${team} ${fromDay}`}>
            {apart(name)} stands in for {apart(head)}, {apart(team)}, from {dateName(fromDay)} to {dateName(toDay)}.
          </li>
        ))}
      </ul>
      {successors.length > 0 && <HandOverForm person={person} successors={successors} request={request} />}
    </section>
  );
}
