import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PreviewProblems } from "#components/definitions/preview-problems";
import { ChooseLabelSet } from "#components/structure/choose-label-set";
import { LabelSetPreview } from "#components/structure/label-set-preview";
import { LevelsShown } from "#components/structure/levels-shown";
import { Breadcrumbs } from "#components/ui/breadcrumbs";
import { LinkButton } from "#components/ui/button";
import { Note } from "#components/ui/note";
import { PageHeading } from "#components/ui/page-heading";
import { requirePermission } from "#lib/audit/require-permission";
import { textsIn } from "#lib/definitions/preview-asked";
import { paths } from "#lib/paths";
import { dayIn } from "#lib/rules/day";
import { apart } from "#lib/rules/direction";
import { addMonths, type Month, monthName, monthRange } from "#lib/rules/month";
import { getGrading } from "#lib/structure/get-grading";
import { previewOfLabelSet } from "#lib/structure/preview-label-set-asked";

export const metadata: Metadata = { title: "Words for grades" };

type Props = PageProps<"/scorecards/[scorecard]/words-for-grades">;

/** By which words a scorecard grades in which months; others are chosen from a month on, after a preview of what they change. */
export default async function GradingPage({ params, searchParams }: Props) {
  const actor = await requirePermission("label_set.choose");
  const [{ scorecard: slug }, search] = await Promise.all([params, searchParams]);
  const { scorecard, labelSets } = (await getGrading(actor, slug)) ?? notFound();
  const asked = textsIn(search);
  const typed = { scorecard: scorecard.id, labels: asked.labels ?? "", from: asked.from ?? "" };
  const preview = "labels" in asked ? await previewOfLabelSet(actor, typed) : null;
  const today = dayIn(actor.organisation.timeZone, new Date()).slice(0, 7) as Month;
  return (
    <>
      <Breadcrumbs
        steps={[
          { label: scorecard.name, href: paths.scorecard(slug) },
          { label: "Structure", href: paths.structure(slug) },
          { label: "Words for grades" },
        ]}
      />
      <PageHeading
        title="Words for grades"
        meta={`By which words the months of ${apart(scorecard.name)} are graded`}
        actions={<LinkButton href={paths.labelSets()}>Make other words</LinkButton>}
      />
      {asked.done === "chosen" && <Note live="status">The words are chosen, as it was previewed.</Note>}
      <ul className="max-w-3xl">
        {scorecard.labelSets.toReversed().map(({ firstMonth, labels }, index, all) => (
          <li key={firstMonth} className="border-b border-line py-3">
            <h2 className="text-lg">
              {index === all.length - 1 ? "From its first month" : `From ${monthName(firstMonth)}`}
            </h2>
            <LevelsShown labels={labels} />
          </li>
        ))}
      </ul>
      {preview && !preview.ok && <PreviewProblems preview={preview} />}
      {preview?.ok && (
        <LabelSetPreview chosen={preview.changed} previewed={preview.previewed} typed={typed} request={randomUUID()} />
      )}
      <h2 className="mt-8 mb-2 text-xl">{preview?.ok ? "Or choose other ones" : "Choose other words"}</h2>
      <ChooseLabelSet
        slug={slug}
        labelSets={labelSets}
        months={monthsOf(scorecard, today)}
        typed={typed}
        errors={preview && !preview.ok ? preview.fields : {}}
      />
    </>
  );
}

/** From which words can be chosen, the latest first: the months it has, and a year beyond today. */
function monthsOf({ begins, months }: { begins?: Month | null; months: readonly { month: Month }[] }, today: Month) {
  const known = months.map(({ month }) => month);
  const last = [today, ...known].sort().at(-1)!;
  const to = addMonths(last, 12);
  const first = [begins, known[0]].flatMap((month) => month ?? []).sort()[0] ?? today;
  return monthRange(first, to).reverse();
}
