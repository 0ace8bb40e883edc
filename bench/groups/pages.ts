import { read } from "#bench/ask";
import { grow } from "#bench/grow";
import { holdOpen } from "#bench/hold-open";
import { interleave } from "#bench/interleave";
import { atLeast, atMost, type Limit, type Line } from "#bench/lines";
import { signIn } from "#bench/sign-in";
import { countStatements } from "#bench/statements";
import { weigh } from "#bench/weigh";
import type { Yard } from "#bench/yard";
import { paths } from "#lib/paths";

const card = "childrens-services-improvement-scorecard";
const floor = "bare page of 16 × 14 cells";

/** What each page of twelve months must keep to: who reads it, kB, statements, and its ratio to the bare page. */
const pages = [
  ["scorecard of 16 × 12", "head", paths.scorecard(card, { from: "2013-09", to: "2014-08" }), 75, 3, 0.6],
  ["theme", "head", paths.theme(card, "quality-of-practice"), 60, 4, 0.5],
  ["indicator", "head", paths.indicator(card, "2.3"), 60, 4, 0.5],
  ["comment", "lead.assessment", paths.comment(card, "2.3", "2014-08"), 30, 4, 0.5],
  ["return", "lead.assessment", paths.return("2014-08"), 60, 4, 0.5],
  ["approvals, 20 waiting", "head", paths.approvals(), 60, 4, 0.5],
  ["home of a lead", "lead.assessment", paths.home(), 30, 4, 0.5],
  ["home of a head", "head", paths.home(), 30, 4, 0.5],
  ["months", "officer", paths.months(), 35, 3, 0.5],
  ["a month with its checklist", "officer", paths.month(card, "2014-08"), 60, 6, 0.3],
  ["pictures", "head", paths.pictures(card), 110, 4, 0.3],
  ["story of a cell", "head", paths.story(card, "2.3", "2014-08"), 60, 4, 0.5],
  ["notices", "head", paths.notices(), 60, 4, 0.5],
  ["dictionary", "officer", paths.dictionary(card), 60, 4, 0.3],
  ["what an indicator is", "officer", paths.definition(card, "2.3"), 60, 6, 0.3],
  ["structure", "officer", paths.structure(card), 60, 4, 0.3],
  ["words for grades", "officer", paths.grading(card), 60, 4, 0.3],
  ["people", "officer", paths.people(), 60, 4, 0.3],
  ["deputies", "head", paths.deputies(), 60, 4, 0.3],
  ["several indicators at once", "officer", paths.several(card), 80, 6, 0.3],
  ["files", "head", paths.files(), 60, 4, 0.5],
  ["board pack", "head", paths.pack(card), 60, 4, 0.5],
  ["account", "head", paths.account(), 60, 4, 0.5],
  ["second factor", "head", paths.secondFactor(), 60, 4, 0.5],
  ["saved views", "auditor", paths.savedViews({}), 60, 4, 0.5],
  ["redactions", "auditor", paths.redactions(), 60, 4, 0.5],
  ["settings, with all time zones", "officer", paths.settings(), 75, 4, 0.3],
] as const;

const limitsOf = (kB: number, statements: number, ratio: number): Limit[] => [
  atLeast("ratio", ratio),
  atMost("kB", kB),
  atMost("statements", statements),
];

/** So many of them, the ones that the most people open, are measured once more with nothing remembered. */
const anew = 8;

/**
 * The pages that people open all day, on a scorecard of sixteen indicators and twelve months, beside the bare page: as somebody
 * opens them again while nothing is written, and read anew. Statements are those of pages that are read anew.
 */
export async function measurePages(yard: Yard): Promise<Line[]> {
  const database = await yard.copy();
  await grow(database.urls.owner, { months: 12 });
  const [product, bareNext, bareServer] = [
    await yard.product(database),
    await yard.bareNext(),
    await yard.bareServer(),
  ];
  const cookies = {
    head: await signIn(product, "head"),
    "lead.assessment": await signIn(product, "lead.assessment"),
    officer: await signIn(product, "officer"),
    auditor: await signIn(product, "auditor"),
  };
  const opened = pages.map(([what, who, path]) => ({
    what,
    server: product,
    once: () => read(product.url + path, cookies[who]),
  }));
  const plain = [
    { what: "bare page: node and pg alone", server: bareServer, once: () => read(bareServer.url) },
    { what: floor, server: bareNext, once: () => read(bareNext.url) },
  ];
  const lines: Line[] = [];
  const release = await holdOpen(yard.superuserUrl);
  for (const [index, { what, once }] of opened.entries()) {
    const counted = await countStatements(yard, database.name, once);
    const [, , , kB, statements, ratio] = pages[index]!;
    lines.push({ what, numbers: { ...counted, ...weigh(await once()) }, limits: limitsOf(kB, statements, ratio) });
  }
  await release();
  for (const { what, once } of plain.toReversed()) lines.unshift({ what, numbers: weigh(await once()) });
  const measured = await interleave(yard, [...plain, ...opened], floor);
  const again = opened.slice(0, anew).map((page) => ({ ...page, what: `${page.what}, read anew` }));
  const end = await holdOpen(yard.superuserUrl);
  const measuredAnew = await interleave(yard, [...plain, ...again], floor);
  await end();
  await product.stop();
  return [
    ...lines.map((line) => ({ ...line, numbers: { ...measured.get(line.what), ...line.numbers } })),
    ...again.map(({ what }) => ({ what, numbers: measuredAnew.get(what) ?? {} })),
  ];
}
