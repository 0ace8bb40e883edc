import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EditionList } from "#components/months/edition-list";
import { Breadcrumbs } from "#components/ui/breadcrumbs";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeading } from "#components/ui/page-heading";
import { TextLink } from "#components/ui/text-link";
import { may } from "#lib/access/permissions";
import { findScorecardName } from "#lib/audit/find-scorecard-name";
import { requirePermission } from "#lib/audit/require-permission";
import { findBrowser } from "#lib/exports/find-browser";
import { listEditions } from "#lib/months/list-editions";
import { paths } from "#lib/paths";

export const metadata: Metadata = { title: "Editions" };

/** Every edition of a scorecard; and of them those that were published over what stood in the way. */
export default async function EditionsPage({ params, searchParams }: PageProps<"/scorecards/[scorecard]/editions">) {
  const actor = await requirePermission("scorecard.read");
  const [{ scorecard: slug }, asked] = await Promise.all([params, searchParams]);
  const over = asked.over === "blockers";
  const name = (await findScorecardName(actor, slug)) ?? notFound();
  const editions = await listEditions(actor, slug, { over });
  const inTurn = may(actor, "past.read") && !over ? editions.toSorted((a, b) => a.cut - b.cut) : [];
  const entered = new Map(
    inTurn.map(({ id }, index) => [
      id,
      paths.history({ scorecard: slug, afterEdition: inTurn[index - 1]?.id, toEdition: id }),
    ]),
  );
  return (
    <>
      <Breadcrumbs steps={[{ label: name, href: paths.scorecard(slug) }, { label: "Editions" }]} />
      <PageHeading
        title={over ? "Published over what stood in the way" : "Editions"}
        meta={`${name} · what was published of each month, and never changes`}
      />
      <p className="touchable my-3">
        {over ? (
          <TextLink href={paths.editions(slug)}>All editions</TextLink>
        ) : (
          <TextLink href={paths.editions(slug, { over: "blockers" })}>
            Those published over what stood in the way
          </TextLink>
        )}
      </p>
      {editions.length > 0 ? (
        <EditionList
          editions={editions.map((each) => ({ ...each, enteredHref: entered.get(each.id) }))}
          slug={slug}
          timeZone={actor.organisation.timeZone}
          prints={findBrowser() !== null && may(actor, "scorecard.export")}
        />
      ) : (
        <EmptyState title={over ? "No edition was published over anything" : "No edition is published yet"}>
          {over
            ? "Every edition so far was published with nothing in the way."
            : "When the performance officer publishes a month, it stands here for everybody."}
        </EmptyState>
      )}
    </>
  );
}
