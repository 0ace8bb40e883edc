import { TextLink } from "#components/ui/text-link";
import type { MonthStep } from "#lib/months/month-facts";
import { paths } from "#lib/paths";
import { apart } from "#lib/rules/direction";
import { momentName } from "#lib/rules/moment";
import type { Month } from "#lib/rules/month";

const did: Record<MonthStep["did"], string> = {
  opened: "Opened",
  closed: "Closed",
  reopened: "Reopened",
  dates: "Dates changed",
};

/** What was done to a month, by whom, when and why, the newest first. */
export function MonthSteps({
  steps,
  slug,
  month,
  timeZone,
}: {
  steps: readonly MonthStep[];
  slug: string;
  month: Month;
  timeZone: string;
}) {
  return (
    <>
      <ol className="max-w-3xl">
        {steps.map(({ at, did: what, who, reason }) => (
          <li key={at} className="border-b border-line py-2">
            <strong>{did[what]}</strong> {who ? `by ${apart(who)}` : "by a command"},{" "}
            {momentName(new Date(at), timeZone)}
            {reason && <span className="block [overflow-wrap:anywhere] whitespace-pre-line">Reason: {reason}</span>}
          </li>
        ))}
      </ol>
      <p className="mt-2">
        <TextLink href={paths.history({ scorecard: slug, month })}>All that happened in this month</TextLink>
      </p>
    </>
  );
}
