import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ChecklistView } from "#components/months/checklist-view";
import { PublishForm } from "#components/months/publish-form";
import { DifferenceList } from "#components/scorecards/difference-list";
import { differencesView } from "#components/scorecards/differences-view";
import { Breadcrumbs } from "#components/ui/breadcrumbs";
import { Note } from "#components/ui/note";
import { PageHeading } from "#components/ui/page-heading";
import { TextLink } from "#components/ui/text-link";
import { requirePermission } from "#lib/audit/require-permission";
import { getMonth } from "#lib/months/get-month";
import { whyNotOver } from "#lib/months/why-not-over";
import { paths } from "#lib/paths";
import { apart } from "#lib/rules/direction";
import { isClosed, monthName, parseMonth } from "#lib/rules/month";
import { compareWithEdition } from "#lib/scorecards/compare-with-edition";

type Props = PageProps<"/months/[scorecard]/[month]/publish">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const month = parseMonth((await params).month);
  return { title: month ? `Publish ${monthName(month)}` : "Publish" };
}

/** A month is looked at once more before it is published, because that is not undone. */
export default async function PublishPage({ params }: Props) {
  const { scorecard: slug, month: asked } = await params;
  const month = parseMonth(asked) ?? notFound();
  const actor = await requirePermission("month.publish", { month });
  const view = await getMonth(actor, slug, month);
  if (!view) notFound();
  const { scorecard, state, checklist, editions } = view;
  const number = editions.length + 1;
  const isOver = checklist.blockers.length > 0;
  const whyNot = isOver ? await whyNotOver(actor, { scorecardId: scorecard.id, month }) : null;
  const last = editions.at(-1);
  const since = last && (await compareWithEdition(actor, slug, last));
  const changes = since && differencesView(since.was, since.is, actor.organisation.timeZone);
  const name = monthName(month);
  const isSame = changes?.length === 0;
  const nothing = `Nothing differs from edition ${number - 1} of ${name}, so there is nothing to publish.`;
  const notClosed = `${name} is ${state}. Close it before it is published`;
  const whyNone = !isClosed(state) ? `${notClosed}.` : isSame ? nothing : whyNot;
  return (
    <>
      <Breadcrumbs
        steps={[
          { label: "Months", href: paths.months() },
          { label: name, href: paths.month(slug, month) },
          { label: "Publish" },
        ]}
      />
      <PageHeading title={`Publish ${name}`} meta={`${apart(scorecard.name)} · edition ${number} of ${name}`} />
      {!isClosed(state) ? (
        <Note tone="quiet">
          {`${notClosed}: `}
          <TextLink href={paths.month(slug, month)}>to the month</TextLink>
        </Note>
      ) : isSame ? (
        <Note tone="quiet">
          {`${nothing} `}
          <TextLink href={paths.editions(slug)}>To the editions</TextLink>
        </Note>
      ) : (
        <>
          <Note>
            <p>
              {`Publishing makes edition ${number} of ${name}: the scorecard up to ${name} exactly as it stands now, for the director, the lead member and the board. It cannot be undone or changed, and ${name} is never opened again.`}
            </p>
            {number > 1 && <p>{`Edition ${number - 1} stays as it is, and readers are led to the new one.`}</p>}
          </Note>
          {changes && (
            <>
              <h2 className="mt-8 mb-2 text-xl">{`What edition ${number} changes`}</h2>
              <DifferenceList differences={changes} />
            </>
          )}
          <h2 className="mt-8 text-xl">Before it is published</h2>
          <ChecklistView slug={slug} month={month} checklist={checklist} />
          {whyNot && <Note tone="stop">{whyNot}</Note>}
        </>
      )}
      <PublishForm
        scorecardId={scorecard.id}
        month={month}
        request={randomUUID()}
        number={number}
        seen={checklist.seen}
        blockers={checklist.blockers.length}
        whyNot={whyNone}
      />
    </>
  );
}
