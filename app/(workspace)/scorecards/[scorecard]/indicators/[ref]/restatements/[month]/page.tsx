import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PastBanner } from "#components/history/past-banner";
import { PublishedFigure } from "#components/restatements/published-figure";
import { RestateFormLater } from "#components/restatements/restate-form-later";
import { RestatementList } from "#components/restatements/restatement-list";
import { Breadcrumbs } from "#components/ui/breadcrumbs";
import { Note } from "#components/ui/note";
import { PageHeading } from "#components/ui/page-heading";
import { restatementCategories } from "#db/vocabulary";
import { pastView } from "#lib/audit/past-view";
import { requirePast } from "#lib/audit/require-past";
import { requirePermission } from "#lib/audit/require-permission";
import { type PastAddress, paths } from "#lib/paths";
import { getRestating } from "#lib/restatements/get-restating";
import { typedActual } from "#lib/rules/actual";
import { monthName, parseMonth } from "#lib/rules/month";
import { categoryNames } from "#lib/rules/restating";

type Props = PageProps<"/scorecards/[scorecard]/indicators/[ref]/restatements/[month]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { ref, month } = await params;
  const read = parseMonth(month);
  return { title: read ? `Restatements of ${ref}, ${monthName(read)}` : "Restatements" };
}

/** What of a published figure was restated and why, and where its head of service restates it. */
export default async function RestatementsPage({ params, searchParams }: Props) {
  const actor = await requirePermission("scorecard.read");
  const [{ scorecard: slug, ref, month: asked }, view] = await Promise.all([params, searchParams]);
  const month = parseMonth(asked);
  const here = (past: PastAddress) => paths.restatements(slug, ref, asked, past);
  const { past, actor: eyes, read } = await requirePast(actor, view, { slug, here });
  const found = month && (await read(() => getRestating(eyes, { slug, ref, month })));
  if (!found) notFound();
  const { cell, restatements, form } = found;
  const { timeZone } = actor.organisation;
  const then = past && pastView(past, actor);
  const address = then?.address ?? {};
  const name = monthName(month);
  return (
    <>
      {then && <PastBanner past={then} slug={slug} now={paths.restatements(slug, ref, month)} />}
      <Breadcrumbs
        steps={[
          { label: cell.scorecard.name, href: paths.scorecard(slug, address) },
          { label: ref, href: paths.indicator(slug, ref, address) },
          { label: name, href: paths.comment(slug, ref, month, address) },
          { label: "Restatements" },
        ]}
      />
      <PageHeading title={`Restatements of ${ref}, ${name}`} meta={cell.measure} />
      {!past && view.done === "restated" && (
        <Note live="status">{`Restated. No edition changes; the next edition of ${name} will list it.`}</Note>
      )}
      <PublishedFigure cell={cell} isRestated={restatements.length > 0} />
      {restatements.length > 0 ? (
        <>
          <h2 className="mt-8 mb-2 text-xl">What was restated</h2>
          <RestatementList restatements={restatements} timeZone={timeZone} />
        </>
      ) : (
        <p className="my-4">{`Nothing of ${ref} for ${name} was restated.`}</p>
      )}
      {past ? null : form.whyNot === null ? (
        <section className="mt-8">
          <h2 className="mb-2 text-xl">Restate the figure</h2>
          <p className="mb-4 max-w-3xl">
            What was published stays as it was. From now on the scorecard shows what you give here, marked [r], with
            your name, the category and the reason.
          </p>
          <RestateFormLater
            indicatorId={cell.indicatorId}
            month={month}
            request={form.request}
            seen={form.seen}
            saved={typedActual(cell.actual)}
            redacted={cell.actual?.redacted ?? null}
            isPercent={cell.unit === "percent"}
            comment={form.comment}
            categories={restatementCategories.map((value) => ({ value, label: categoryNames[value] }))}
          />
        </section>
      ) : (
        <p className="my-4 text-soft">{form.whyNot}</p>
      )}
    </>
  );
}
