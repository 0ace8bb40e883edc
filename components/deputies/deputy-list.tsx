import { EndDeputyForm } from "#components/deputies/end-deputy-form";
import type { NamedDeputy } from "#lib/people/list-deputies";
import { apart } from "#lib/rules/direction";
import { dateName, momentName } from "#lib/rules/moment";

/** Who stands in for whom, between which days and named by whom; with what ends it early, for who may. */
export function DeputyList({
  deputies,
  mayEnd,
  timeZone,
  newRequest,
}: {
  deputies: readonly NamedDeputy[];
  mayEnd: (deputy: NamedDeputy) => boolean;
  timeZone: string;
  newRequest: () => string;
}) {
  return (
    <ul>
      {deputies.map((deputy) => {
        const { id, name, head, team, fromDay, toDay, namedBy, endedAt, endedBy, stands, whyNot } = deputy;
        return (
          <li key={id} className="border-b border-line py-2.5">
            <strong>{apart(name)}</strong> for {apart(head)}, {apart(team)}
            <p>
              {dateName(fromDay)} to {dateName(toDay)}
              {endedAt && `, ended early on ${momentName(endedAt, timeZone)}, by ${apart(endedBy ?? "a command")}`}
            </p>
            {stands === "notNow" && <p>{`Stands in for nobody now: ${whyNot}.`}</p>}
            <p className="text-sm text-soft">Named by {apart(namedBy ?? "a command")}</p>
            {mayEnd(deputy) && <EndDeputyForm deputy={id} name={name} request={newRequest()} />}
          </li>
        );
      })}
    </ul>
  );
}
