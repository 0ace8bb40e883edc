import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MakePackForm } from "#components/files/make-pack-form";
import { Breadcrumbs } from "#components/ui/breadcrumbs";
import { EmptyState } from "#components/ui/empty-state";
import { Note } from "#components/ui/note";
import { PageHeading } from "#components/ui/page-heading";
import { SummaryList } from "#components/ui/summary-list";
import { TextLink } from "#components/ui/text-link";
import { seesSmall } from "#lib/access/actor";
import { requirePast } from "#lib/audit/require-past";
import { requirePermission } from "#lib/audit/require-permission";
import { findBrowser } from "#lib/exports/find-browser";
import { type PastAddress, paths } from "#lib/paths";
import { editionText, editionWords } from "#lib/rules/edition";
import { monthName } from "#lib/rules/month";
import { getScorecard } from "#lib/scorecards/get-scorecard";
import { packRange } from "#lib/scorecards/pack-range";
import { readRange, wholeRange } from "#lib/scorecards/sheet-range";

export const metadata: Metadata = { title: "Board pack" };

const one = (value: string | string[] | undefined) => [value].flat()[0] ?? "";

/** Where somebody asks for a scorecard's board pack, of the months and the moment they looked at. */
export default async function PackPage({ params, searchParams }: PageProps<"/scorecards/[scorecard]/pack">) {
  const actor = await requirePermission("scorecard.export");
  const [{ scorecard: slug }, asked] = await Promise.all([params, searchParams]);
  const [from, to] = [one(asked.from), one(asked.to)];
  const here = (past: PastAddress) => paths.pack(slug, { from, to, ...past });
  const { past, actor: eyes, read } = await requirePast(actor, asked, { slug, here });
  const scorecard = (await read(() => getScorecard(eyes, slug))) ?? notFound();
  const whole = wholeRange(scorecard);
  const reading = whole && readRange({ ...(from && { from }), ...(to && { to }) }, { whole, usual: whole });
  const range = whole && packRange(scorecard, reading?.ok ? reading.range : whole);
  const edition = past?.edition ? editionText(past.edition) : "";
  const of = past?.edition
    ? editionWords(past.edition)
    : past
      ? `as it stood at cut ${past.cut}`
      : "live figures, of the moment you ask";
  const back = paths.scorecard(slug, edition ? { edition } : past ? { cut: past.cut } : {});
  return (
    <>
      <Breadcrumbs steps={[{ label: scorecard.name, href: back }, { label: "Board pack" }]} />
      <PageHeading
        title="Board pack"
        meta="A front page, each theme with its comments and charts, and what each indicator is"
      />
      {reading?.ok === false && (
        <Note tone="stop" live="alert">
          {reading.message} The last months are taken.
        </Note>
      )}
      {range ? (
        <>
          <SummaryList
            rows={[
              { term: "Of", value: of },
              { term: "Months", value: `${monthName(range.from)} to ${monthName(range.to)}` },
            ]}
          />
          {findBrowser() ? (
            <>
              <p className="my-4 max-w-3xl">
                It is made for you while you go on, which takes some seconds, and waits among your{" "}
                <TextLink href={paths.files()}>files</TextLink>. That you asked for it is entered in the history.
              </p>
              <MakePackForm
                of={{ scorecard: slug, ...range, edition, cut: past && !edition ? String(past.cut) : "" }}
                small={scorecard.hidesSmall && seesSmall(eyes) ? (asked.small === "hidden" ? "hidden" : "") : null}
                request={randomUUID()}
              />
            </>
          ) : (
            <EmptyState title="No board pack can be printed here">
              There is no Chromium to print it with. Whoever runs Candour installs the package chromium, or names one
              with CHROMIUM_PATH.
            </EmptyState>
          )}
        </>
      ) : (
        <EmptyState title="Nothing to print yet">This scorecard has no month yet.</EmptyState>
      )}
    </>
  );
}
