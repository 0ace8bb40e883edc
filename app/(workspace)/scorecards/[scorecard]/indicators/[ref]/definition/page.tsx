import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Changing } from "#components/definitions/changing";
import { ChooseFrom } from "#components/definitions/choose-from";
import { DefinitionDoneNote } from "#components/definitions/definition-done";
import { Ending } from "#components/definitions/ending";
import { SideBySideTable } from "#components/definitions/side-by-side-table";
import { VersionList } from "#components/definitions/version-list";
import { Withdrawing } from "#components/definitions/withdrawing";
import { Breadcrumbs } from "#components/ui/breadcrumbs";
import { LinkButton } from "#components/ui/button";
import { PageHeading } from "#components/ui/page-heading";
import { remembered } from "#lib/access/remembered";
import { requirePermission } from "#lib/audit/require-permission";
import { getDefinitionPage } from "#lib/definitions/get-definition-page";
import { isDefinitionField } from "#lib/definitions/inputs";
import {
  fieldsOf,
  previewOfDefinition,
  previewOfEnd,
  previewOfWithdrawal,
  textsIn,
} from "#lib/definitions/preview-asked";
import { sideBySide } from "#lib/definitions/side-by-side";
import { paths } from "#lib/paths";
import { parseMonth } from "#lib/rules/month";

type Props = PageProps<"/scorecards/[scorecard]/indicators/[ref]/definition">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `What ${(await params).ref} is` };
}

/** What an indicator is from a month on, and was: changed, after a preview of all that it changes, by the performance officer. */
export default async function DefinitionPage({ params, searchParams }: Props) {
  const actor = await requirePermission("indicator.define");
  const [{ scorecard: slug, ref }, search] = await Promise.all([params, searchParams]);
  const asked = textsIn(search);
  const from = parseMonth(asked.from ?? "");
  const page =
    (await remembered(actor, ["definition", slug, ref, from], () => getDefinitionPage(actor, { slug, ref }, from))) ??
    notFound();
  const { read, versions } = page;
  const typed = { ...fieldsOf(asked, isDefinitionField), indicator: read.id };
  const change = from && "measure" in asked ? await previewOfDefinition(actor, typed) : null;
  const withdrawn = versions.find(({ id }) => id === asked.version);
  const withdrawal =
    withdrawn &&
    (await previewOfWithdrawal(actor, { indicator: read.id, kind: asked.withdraw ?? "", version: withdrawn.id }));
  return (
    <>
      <Breadcrumbs
        steps={[
          { label: read.scorecard.name, href: paths.scorecard(slug) },
          { label: ref, href: read.sheet.indicators.length > 0 ? paths.indicator(slug, ref) : paths.structure(slug) },
          { label: "What it is" },
        ]}
      />
      <PageHeading
        title={`What ${ref} is`}
        meta="Each thing holds from a month on. What was set never changes: it is set anew, or withdrawn."
        actions={
          <>
            <LinkButton href={paths.milestones(slug, ref)}>Milestones</LinkButton>
            <LinkButton href={paths.history({ scorecard: slug, indicator: ref })}>History</LinkButton>
          </>
        }
      />
      <DefinitionDoneNote done={asked.done} />
      {withdrawn && withdrawal && (
        <Withdrawing version={withdrawn} preview={withdrawal} indicator={read.id} request={randomUUID()} />
      )}
      <h2 className="mt-6 mb-2 text-xl">Change it</h2>
      <ChooseFrom slug={slug} indicator={ref} months={page.months} chosen={from ?? page.likely} />
      {from && (
        <Changing page={page} from={from} place={{ slug, ref }} typed={typed} preview={change} request={randomUUID()} />
      )}
      <Ending
        place={{ slug, ref }}
        indicator={read.id}
        months={page.months}
        last={asked.last}
        preview={"last" in asked ? await previewOfEnd(actor, { indicator: read.id, last: asked.last ?? "" }) : null}
        request={randomUUID()}
      />
      <h2 className="mt-8 mb-2 text-xl">From month to month</h2>
      <SideBySideTable spans={sideBySide(read)} />
      <h2 className="mt-8 mb-2 text-xl">What was set</h2>
      <VersionList versions={versions} place={{ slug, ref }} timeZone={actor.organisation.timeZone} />
    </>
  );
}
