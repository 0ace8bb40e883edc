import { fileColours, fileStyle } from "#components/charts/chart-file-style";
import { gradeTones, type Paper } from "#db/vocabulary";

const { ink, soft, edge, paper } = fileColours;

/** The shapes of the pages (app/grades.css): a file has no other style sheet than its own. */
export const packShapes = {
  circle: "circle(45%)",
  square: "inset(7.5% round 17.5%)",
  triangle: "polygon(50% 5%, 99% 93%, 1% 93%)",
  octagon: "polygon(30.5% 4%, 69.5% 4%, 96% 30.5%, 96% 69.5%, 69.5% 96%, 30.5% 96%, 4% 69.5%, 4% 30.5%)",
  diamond: "polygon(50% 0, 100% 50%, 50% 100%, 0 50%)",
  shield: "polygon(7% 6%, 93% 6%, 93% 47%, 90% 64%, 80.5% 79%, 67% 90%, 50% 99%, 33% 90%, 19.5% 79%, 10% 64%, 7% 47%)",
} as const;

/** How many times as long and wide as A4, with all that stands on it. */
export const enlarged: Record<Paper, number> = { A4: 1, A3: Math.SQRT2 };

/** The same pages, larger. */
export const paperStyle = (paper: Paper): string =>
  paper === "A4" ? "" : `@page{size:${paper} landscape;margin:17mm 17mm 23mm}body{zoom:${enlarged[paper].toFixed(4)}}`;

/** How a board pack is printed: A4 across, a theme on pages of its own. */
export const packStyle = [
  fileStyle,
  "@page{size:A4 landscape;margin:12mm 12mm 16mm}",
  `body{margin:0;font:8.5pt/1.35 Arial,"Liberation Sans",sans-serif;color:${ink};background:${paper};overflow-wrap:anywhere}`,
  // A space at a line's end is written too, and so read: collapsed ones join the words around them, in the outline as well.
  "body{white-space:pre-wrap}",
  "h1{margin:0 0 2mm;font-size:18pt;line-height:1.2}h2{margin:5mm 0 1.5mm;font-size:12pt;break-after:avoid}",
  "h3{margin:0 0 .5mm;font-size:8.5pt;break-after:avoid}p{margin:0 0 1.5mm}ul{margin:0;padding-left:4mm}",
  ".theme{break-before:page}.of{font-size:12pt;font-weight:700}",
  `.small{color:${soft};font-size:7.5pt}`,
  ".columns{columns:2;column-gap:8mm}.key{break-after:avoid}.three{columns:3;column-gap:6mm}",
  ".comment,.definition,.chart-of{break-inside:avoid}.comment,.moved{margin-bottom:3mm}",
  `table{border-collapse:collapse;width:100%}th,td{padding:1mm 1.2mm;border-bottom:.2mm solid ${edge};text-align:left;vertical-align:top}`,
  "thead{display:table-header-group}tr{break-inside:avoid}thead th{vertical-align:bottom}",
  ".beside{display:grid;grid-template-columns:1fr 1fr;gap:8mm}.n,thead .n{text-align:right}.counts td,.counts th{vertical-align:middle}.counts th{white-space:nowrap}",
  ".sheet{table-layout:fixed;font-size:8pt}.ref{width:9mm}.measure{width:52mm}.planned{width:34mm}.sheet .n{padding-left:.6mm;padding-right:.6mm}.sheet .n+td,.sheet .n+.planned{padding-left:4mm}.sheet .n+.n{padding-left:.6mm}",
  "th[scope=rowgroup]{background:#eef1f5;break-after:avoid}.sheet .n b{white-space:nowrap}",
  `.none{color:${soft};font-size:7pt}.milestone-of{display:block}`,
  ".grade{display:inline-flex;align-items:center;gap:1mm;border-radius:1mm;padding:.2mm 1mm;background:var(--wash);font-weight:400}",
  ".graded{display:block}.marked{display:inline-flex;align-items:center;gap:.8mm;border-radius:1mm;padding:.2mm .6mm;background:var(--wash)}.word{display:block;font-size:6pt;line-height:1.2;overflow-wrap:normal}",
  `.sign{flex:none;width:3.6mm;height:3.6mm;clip-path:var(--shape);background:var(--tone);color:${paper};font:700 6pt/3.6mm Arial,sans-serif;text-align:center}`,
  '.sign::before{content:attr(data-s);content:attr(data-s)/""}.two .sign{font-size:4.5pt}.triangle .sign{font-size:5pt;line-height:4.8mm}',
  ...gradeTones.map(
    (tone) => `.grade.${tone},.graded.${tone}{--tone:${fileColours[tone]};--wash:${fileColours[`${tone}-wash`]}}`,
  ),
  ...Object.entries(packShapes).map(([shape, drawn]) => `.grade.${shape},.graded.${shape}{--shape:${drawn}}`),
  ".charts{display:grid;grid-template-columns:repeat(3,1fr);gap:4mm 5mm}.chart-of h3{font-size:7.5pt}",
  '.charts text{font-family:Arial,"Liberation Sans",sans-serif}.charts .spare{display:none}.charts .narrow{display:inline}',
  `dl{margin:0 0 4mm}dl div{display:grid;grid-template-columns:26mm 1fr;gap:2mm;border-bottom:.1mm solid ${edge};font-size:7.5pt}`,
  `dt{color:${soft}}dd{margin:0}.definition h2{margin:0 0 1mm;font-size:8.5pt}`,
].join("\n");
