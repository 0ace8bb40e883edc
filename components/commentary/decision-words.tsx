import type { Decision } from "#lib/rules/commentary-status";
import { figureSaid } from "#lib/rules/commentary-status";
import { apart } from "#lib/rules/direction";
import { momentName } from "#lib/rules/moment";

const did = { approved: "Approved", returned: "Returned", withdrawn: "Approval withdrawn" };

/** "Approved for 68 by the head of service, 14 January 2014, 09:32.", or with the reason in place of the full stop. */
export function DecisionWords({ decision, timeZone }: { decision: Decision; timeZone: string }) {
  const { kind, reason, decidedAt, decidedBy } = decision;
  return (
    <>
      {did[kind]}
      {kind === "approved" && ` for ${figureSaid(decision)}`} by {apart(decidedBy)}, {momentName(decidedAt, timeZone)}
      {reason ? (
        <>
          : <q className="whitespace-pre-line">{reason}</q>
        </>
      ) : (
        "."
      )}
    </>
  );
}
