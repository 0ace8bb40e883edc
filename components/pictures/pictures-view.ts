import { type Bar, countsBars } from "#components/pictures/counts-bars";
import { type CountsRows, countsRows, countsWords } from "#components/pictures/counts-words";
import type { Drawn } from "#components/pictures/drawn";
import { type HeatGroup, heatGroups } from "#components/pictures/heat-rows";
import { monthCounts } from "#components/pictures/month-counts";
import { type MoversView, moversView } from "#components/pictures/movers-view";
import { type PaceRow, paceRows } from "#components/pictures/pace-rows";
import { type UsualRow, usualRows, usualWords } from "#components/pictures/usual-rows";
import type { ShownLevel } from "#components/scorecards/grade-class";
import { levelList } from "#components/scorecards/level-list";
import { monthWords } from "#components/scorecards/month-words";
import { type PartView, partView } from "#components/scorecards/part-view";
import type { PastAddress } from "#lib/paths";
import { type Month, monthName, monthShort } from "#lib/rules/month";
import type { Sheet } from "#lib/scorecards/sheet";
import type { Change } from "#lib/scorecards/what-changed";

type Theme = { slug: string; name: string };

/** The page of pictures in finished words, paths and small numbers: all that travels to the browser. */
export type PicturesView = {
  slug: string;
  /** As of which cut or edition, if not as things are. */
  past: PastAddress;
  title: string;
  about: string;
  part: PartView | null;
  themes: Theme[];
  theme: Theme | null;
  levels: ShownLevel[];
  legend: number;
  /** Whether its small numbers are shown, where any is hidden from readers. */
  small: Sheet["small"];
  months: string[];
  bars: Bar[];
  countsSaid: string;
  counts: CountsRows;
  heat: HeatGroup[];
  since: string;
  movers: MoversView;
  paces: PaceRow[];
  usual: UsualRow[];
  usualSaid: string;
};

/** So many months stand side by side, on a phone too. */
const monthsAcross = 12;

export function picturesView(
  sheet: Sheet,
  {
    month,
    since,
    past,
    theme,
    themes,
    part,
  }: {
    month: Month;
    since: Month | null;
    past: PastAddress;
    theme: Theme | undefined;
    themes: readonly Theme[];
    part: PartView | null;
  },
  { changes, drawn }: { changes: readonly Change[]; drawn: readonly Drawn[] },
): PicturesView {
  const { levels, placeOf } = levelList();
  sheet.labels.forEach(placeOf);
  const { slug, name } = sheet.scorecard;
  const months = sheet.figureMonths.slice(-monthsAcross);
  const counts = monthCounts(sheet, months);
  const usual = usualRows(sheet, drawn, placeOf);
  const named = (each: Theme): Theme => ({ slug: each.slug, name: each.name });
  return {
    slug,
    past,
    title: `${theme?.name ?? name} in pictures`,
    about: [...(theme ? [name] : []), monthWords(sheet, month), `${sheet.indicators.length} indicators`].join(" · "),
    part: partView(part),
    themes: themes.map(named),
    theme: theme ? named(theme) : null,
    small: sheet.small,
    legend: sheet.labels.length,
    months: months.map(monthShort),
    bars: countsBars(counts),
    countsSaid: countsWords(counts),
    counts: countsRows(counts),
    heat: heatGroups(sheet, months, placeOf),
    since: since ? monthName(since) : "each was last due",
    movers: moversView(changes, placeOf),
    paces: paceRows(drawn, month),
    usual,
    usualSaid: usualWords(usual),
    levels,
  };
}
