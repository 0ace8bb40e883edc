import type { Metadata } from "next";
import { ReturnLines } from "#components/returns/return-lines";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeading } from "#components/ui/page-heading";
import { Tag } from "#components/ui/tag";
import { TextLink } from "#components/ui/text-link";
import { requirePermission } from "#lib/audit/require-permission";
import { paths } from "#lib/paths";
import { listStops } from "#lib/returns/list-stops";
import { listReturns } from "#lib/returns/queries";
import type { ReturnLine } from "#lib/returns/return-lines";
import { dateName } from "#lib/rules/moment";
import { monthName, parseMonth } from "#lib/rules/month";

export const metadata: Metadata = { title: "Returns" };

/** A team lead's returns, the newest month first. */
export default async function ReturnsPage({ searchParams }: PageProps<"/returns">) {
  const actor = await requirePermission("actual.record");
  const { before: asked } = await searchParams;
  const before = typeof asked === "string" ? parseMonth(asked) : null;
  const [{ returns, earlier }, stops] = await Promise.all([
    listReturns(actor, before),
    before === null ? listStops(actor) : [],
  ]);
  return (
    <>
      <PageHeading title="Returns" meta="What your teams are asked for each month" />
      {returns.length === 0 ? (
        <EmptyState title="There are no returns yet">
          The performance officer opens a month; every indicator due from your teams then stands in its return.
        </EmptyState>
      ) : (
        <ul className="max-w-3xl">
          {returns.map(({ month, state, due, given, returns: lines }) => (
            <li key={month} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-b border-line py-3">
              <TextLink href={paths.return(month)} className="min-w-44 text-lg font-semibold">
                {monthName(month)}
              </TextLink>
              <span className="min-w-16">
                <Tag tone={state === "open" ? "accent" : "plain"}>{state}</Tag>
              </span>
              <span className="text-soft">
                {given} of {due} figures given or explained
                {dueWords(lines)}
              </span>
              <div className="basis-full">
                <ReturnLines lines={lines} stops={stops} timeZone={actor.organisation.timeZone} />
              </div>
            </li>
          ))}
        </ul>
      )}
      {(earlier || before) && (
        <nav aria-label="Pages" className="mt-4 flex flex-wrap gap-x-4">
          {earlier && (
            <TextLink href={paths.returns({ before: earlier })} rel="next">
              Earlier months
            </TextLink>
          )}
          {before && <TextLink href={paths.returns()}>The latest months</TextLink>}
        </nav>
      )}
    </>
  );
}

/** By when the figures of a month are due, where one of its scorecards says so. */
function dueWords(lines: readonly ReturnLine[]): string {
  const due = lines.find(({ monthState, figuresDue }) => monthState === "open" && figuresDue !== null)?.figuresDue;
  return due ? ` · figures due ${dateName(due)}` : "";
}
