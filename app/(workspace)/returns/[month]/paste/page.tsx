import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PasteFigures } from "#components/returns/paste/paste-figures";
import { Breadcrumbs } from "#components/ui/breadcrumbs";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeading } from "#components/ui/page-heading";
import { requirePermission } from "#lib/audit/require-permission";
import { paths } from "#lib/paths";
import { listRowsOfReturn } from "#lib/returns/queries";
import { monthName, parseMonth } from "#lib/rules/month";

type Props = { params: Promise<{ month: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const month = parseMonth((await params).month);
  return { title: month ? `Paste figures, ${monthName(month)}` : "Paste figures" };
}

/** A block of figures, put in, looked at and recorded as one. */
export default async function PastePage({ params }: Props) {
  const month = parseMonth((await params).month);
  if (!month) notFound();
  const actor = await requirePermission("actual.paste", { month });
  const parts = await listRowsOfReturn(actor, month);
  const starts = parts.flatMap(({ scorecard, rows }) =>
    rows.map(({ indicatorId, ref }) => ({
      value: indicatorId,
      label: parts.length > 1 ? `${ref}, ${scorecard}` : ref,
    })),
  );
  return (
    <>
      <Breadcrumbs
        steps={[
          { label: "Returns", href: paths.returns() },
          { label: monthName(month), href: paths.return(month) },
          { label: "Paste figures" },
        ]}
      />
      <PageHeading title={`Paste figures, ${monthName(month)}`} meta="You look at every figure before it is recorded" />
      {starts.length === 0 ? (
        <EmptyState title={`Nothing is due from your teams for ${monthName(month)}`} />
      ) : (
        <PasteFigures month={month} starts={starts} />
      )}
    </>
  );
}
