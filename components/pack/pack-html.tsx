import { svgText } from "#components/charts/svg-text";
import { PackDefinitions } from "#components/pack/pack-definitions";
import { ofWhat, PackFront } from "#components/pack/pack-front";
import { enlarged, packStyle, paperStyle } from "#components/pack/pack-style";
import { PackTheme } from "#components/pack/pack-theme";
import { sheetView } from "#components/scorecards/sheet-view";
import type { Paper } from "#db/vocabulary";
import type { Pack } from "#lib/months/read-pack";
import { apart } from "#lib/rules/direction";
import { type Made, sealedWords } from "#lib/rules/made";

// Nothing is fetched and nothing runs, whatever stands in it.
const policy = "default-src 'none'; style-src 'unsafe-inline'";

/** A scorecard's board pack as a page that stands by itself, of the same models as the scorecard's own pages. */
export const packHtml = (pack: Pack, made: Made, paper: Paper): string =>
  packParts(pack, made, paper)
    .map((draw) => draw())
    .join("");

/** The same in its parts, to be drawn one after the other: the front page, each theme, and the definitions. */
export function packParts(pack: Pack, made: Made, paper: Paper): (() => string)[] {
  const { sheet, range, changes } = pack;
  const view = sheetView(sheet, changes, {
    whole: range,
    range,
    hidden: [],
    timeZone: made.timeZone,
    past: {},
    part: null,
  });
  const themes = [...new Set(view.sections.map(({ theme }) => theme.slug))];
  const body = [
    <PackFront key="front" pack={pack} made={made} view={view} />,
    ...themes.map((theme) => <PackTheme key={theme} theme={theme} view={view} pack={pack} />),
    <PackDefinitions key="definitions" sheet={sheet} />,
  ];
  const head = [
    '<!doctype html><html lang="en-GB"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    svgText(<title>{`${apart(view.name)}: board pack, ${ofWhat(pack, made)}`}</title>),
    `<style>${packStyle}${paperStyle(paper)}</style></head><body>`,
  ].join("");
  return body.map((part, index) => () => {
    const ends = index === body.length - 1 ? "</body></html>" : "";
    return `${index === 0 ? head : ""}${svgText(part)}${ends}`;
  });
}

const footStyle = (times: number) =>
  `box-sizing:border-box;width:100%;padding:0 ${12 * times}mm;display:flex;justify-content:space-between;font:${7 * times}pt Arial,sans-serif;color:#525c6a`;

/** What stands at the foot of every page: of what it is and when, and which page. */
export function packFoot(pack: Pack, made: Made, paper: Paper): string {
  const { sheet, cut } = pack;
  const parts = [
    <span key="of">{`${apart(sheet.scorecard.name)} · ${ofWhat(pack, made)} · cut ${cut} · made ${made.local}${made.sealed ? ` · history sealed at ${sealedWords(made.sealed)}` : ""}`}</span>,
    <span key="page" style={{ whiteSpace: "nowrap", paddingLeft: "4mm" }}>
      Page <span className="pageNumber" /> of <span className="totalPages" />
    </span>,
  ];
  return `<div style="${footStyle(enlarged[paper])}">${parts.map(svgText).join("")}</div>`;
}
