import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PastBanner } from "#components/history/past-banner";
import { MonthChoice } from "#components/scorecards/month-choice";
import { EndedNote } from "#components/structure/ended-note";
import { IndicatorForms, SectionForms, ThemeForms } from "#components/structure/part-forms";
import { AddingForms, ScorecardForms } from "#components/structure/scorecard-forms";
import { StructureDoneNote } from "#components/structure/structure-done";
import { StructureList } from "#components/structure/structure-list";
import { Breadcrumbs } from "#components/ui/breadcrumbs";
import { LinkButton } from "#components/ui/button";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeading } from "#components/ui/page-heading";
import { may } from "#lib/access/permissions";
import { pastView } from "#lib/audit/past-view";
import { requirePast } from "#lib/audit/require-past";
import { requirePermission } from "#lib/audit/require-permission";
import { textsIn } from "#lib/definitions/preview-asked";
import { type PastAddress, paths } from "#lib/paths";
import { dayIn } from "#lib/rules/day";
import { apart } from "#lib/rules/direction";
import { type Month, monthName, parseMonth } from "#lib/rules/month";
import { getStructure, type Structure } from "#lib/structure/get-structure";

export const metadata: Metadata = { title: "Structure" };

/** A scorecard’s themes, sections and indicators in their order; whoever keeps it changes them here, one at a time. */
export default async function StructurePage({ params, searchParams }: PageProps<"/scorecards/[scorecard]/structure">) {
  const actor = await requirePermission("scorecard.read");
  const [{ scorecard: slug }, search] = await Promise.all([params, searchParams]);
  const asked = textsIn(search);
  const month = parseMonth(asked.month ?? "");
  const here = (past: PastAddress) => paths.structure(slug, { month, ...past });
  const { past, actor: eyes, read } = await requirePast(actor, search, { slug, here });
  const then = past && pastView(past, actor);
  const today = dayIn(actor.organisation.timeZone, new Date()).slice(0, 7) as Month;
  const structure = (await read(() => getStructure(eyes, slug, month, today))) ?? notFound();
  const { scorecard, themes } = structure;
  const keeps = !past && may(actor, "theme.add") && !scorecard.ended;
  const address = then?.address ?? {};
  const open = keeps && asked.of ? formsOf(structure, asked.of) : null;
  return (
    <>
      {then && <PastBanner past={then} slug={slug} now={paths.structure(slug, { month })} />}
      <Breadcrumbs steps={[{ label: scorecard.name, href: paths.scorecard(slug, address) }, { label: "Structure" }]} />
      <PageHeading
        title="Structure"
        meta={`${apart(scorecard.sentence ?? scorecard.name)} · as it is in ${monthName(structure.month)}`}
        actions={
          <>
            {keeps && <LinkButton href={paths.addIndicator(slug)}>Add an indicator</LinkButton>}
            {keeps && may(actor, "indicator.define") && (
              <LinkButton href={paths.several(slug)}>Several at once</LinkButton>
            )}
            {keeps && <LinkButton href={paths.grading(slug)}>Words for grades</LinkButton>}
            <LinkButton href={paths.dictionary(slug, address)}>Dictionary</LinkButton>
          </>
        }
      />
      <StructureDoneNote done={asked.done} hasEnded={scorecard.ended !== null} />
      {scorecard.ended && <EndedNote ended={scorecard.ended} timeZone={actor.organisation.timeZone} />}
      <MonthChoice months={structure.months} chosen={structure.month} part={undefined} past={address} />
      {themes.length === 0 && (
        <EmptyState title="Nothing stands in it yet">
          {keeps ? "Add a theme, then a section in it, then indicators." : "The performance officer adds its themes."}
        </EmptyState>
      )}
      <StructureList
        themes={themes}
        change={keeps ? (id) => `${paths.structure(slug, { of: id, month })}#${id}` : null}
        indicatorHref={(ref) =>
          keeps
            ? paths.definition(slug, ref)
            : `${paths.dictionary(slug, { month: structure.month, ...address })}#${ref}`
        }
        open={open}
      />
      {keeps && <AddingForms structure={structure} />}
      {keeps && <ScorecardForms structure={structure} />}
    </>
  );
}

/** The forms of a theme, a section or an indicator, by its id. */
function formsOf(structure: Structure, id: string) {
  const theme = structure.themes.find((each) => each.id === id);
  if (theme) return { id, forms: <ThemeForms theme={theme} structure={structure} /> };
  const sections = structure.themes.flatMap((each) => each.sections);
  const section = sections.find((each) => each.id === id);
  if (section) return { id, forms: <SectionForms section={section} structure={structure} /> };
  const indicator = sections.flatMap(({ indicators }) => indicators).find((each) => each.id === id);
  return indicator ? { id, forms: <IndicatorForms indicator={indicator} structure={structure} /> } : null;
}
