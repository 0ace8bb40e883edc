import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { packPart } from "#components/returns/packed-part";
import { PastedNote } from "#components/returns/paste/pasted-note";
import { ReturnGrid } from "#components/returns/return-grid";
import { ReturnLines } from "#components/returns/return-lines";
import { ReturnPages } from "#components/returns/return-pages";
import { Breadcrumbs } from "#components/ui/breadcrumbs";
import { EmptyState } from "#components/ui/empty-state";
import { Note } from "#components/ui/note";
import { PageHeading } from "#components/ui/page-heading";
import { SkipLink } from "#components/ui/skip-link";
import { teamsOf } from "#lib/access/actor";
import { getPaste } from "#lib/actuals/pasted-rows";
import { requirePermission } from "#lib/audit/require-permission";
import { paths } from "#lib/paths";
import { getReturn } from "#lib/returns/queries";
import type { ReturnPart } from "#lib/returns/return-parts";
import { isUuid } from "#lib/rules/is-uuid";
import { dateName } from "#lib/rules/moment";
import { type Month, monthName, parseMonth } from "#lib/rules/month";
import { readPage } from "#lib/rules/read-page";
import { rowKey } from "#lib/rules/return-row";

type Props = {
  params: Promise<{ month: string }>;
  searchParams: Promise<{ saved?: string; pasted?: string; again?: string; page?: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const month = parseMonth((await params).month);
  return { title: month ? `Return, ${monthName(month)}` : "Return" };
}

/** The grid of what is due from the person's teams in one month. */
export default async function ReturnPage({ params, searchParams }: Props) {
  const month = parseMonth((await params).month);
  if (!month) notFound();
  const actor = await requirePermission("actual.record", { month });
  const { saved, pasted, again, page: asked } = await searchParams;
  const [{ parts, page, pages, due, given, isOpened, returns }, paste] = await Promise.all([
    getReturn(actor, month, readPage(asked)),
    pasted && isUuid(pasted) ? getPaste(actor, pasted) : null,
  ]);
  const teams = teamsOf(actor, "team lead").map(({ name }) => name);
  const [first] = parts;
  const figure = parts.flatMap(({ rows }) => rows).find(({ whyNot }) => whyNot === null);
  return (
    <div className="[page:return]">
      {figure && <SkipLink to={`${rowKey(figure.indicatorId)}.value`}>Go to the figures</SkipLink>}
      <Breadcrumbs steps={[{ label: "Returns", href: paths.returns() }, { label: monthName(month) }]} />
      <PageHeading title={`${teams.join(" and ")} return, ${monthName(month)}`} meta={first && dueWords(first)} />
      {saved && /^\d{1,3}$/.test(saved) && (
        <Note live="status">
          {saved === "0" ? "Nothing had changed." : `Saved: ${saved} ${saved === "1" ? "row" : "rows"}.`}
        </Note>
      )}
      {pasted && paste && (
        <PastedNote
          key={paste.takenBack}
          month={month}
          action={pasted}
          request={randomUUID()}
          paste={paste}
          isAgain={again !== undefined}
        />
      )}
      {parts.length === 0 ? (
        <NothingAsked month={month} isOpened={isOpened} />
      ) : (
        <>
          <ReturnLines lines={returns} timeZone={actor.organisation.timeZone} counts={false} />
          {pages.length > 1 && (
            <>
              <p className="text-soft">
                Of the whole return, {given} of {due} figures are given or explained.
              </p>
              <ReturnPages month={month} page={page} pages={pages} />
            </>
          )}
          <ReturnGrid
            key={`${page} ${pasted} ${paste?.takenBack}`}
            month={month}
            page={page}
            packed={parts.map(packPart)}
          />
          {pages.length > 1 && <ReturnPages month={month} page={page} pages={pages} />}
        </>
      )}
    </div>
  );
}

/** Why a return asks for nothing. */
function NothingAsked({ month, isOpened }: { month: Month; isOpened: boolean }) {
  return isOpened ? (
    <EmptyState title={`Nothing is due from your teams for ${monthName(month)}`}>
      The month is opened, and none of their indicators is due in it.
    </EmptyState>
  ) : (
    <EmptyState title={`${monthName(month)} has not been opened`}>
      The performance officer opens a month; what is due from your teams then stands here.
    </EmptyState>
  );
}

function dueWords({ state, figuresDue, commentaryDue }: ReturnPart): string {
  const words = [
    `The month is ${state}`,
    figuresDue && `figures due ${dateName(figuresDue)}`,
    commentaryDue && `commentary due ${dateName(commentaryDue)}`,
  ];
  return words.filter(Boolean).join(" · ");
}
