import { gradeTones } from "#db/vocabulary";

/** The light colours of the pages (app/globals.css): a file has no other style sheet than its own. */
export const fileColours = {
  ink: "#14181f",
  soft: "#525c6a",
  edge: "#737f8f",
  paper: "#ffffff",
  pine: "#00664f",
  "pine-wash": "#d8f2e7",
  leaf: "#3f7416",
  "leaf-wash": "#e8f4d9",
  ochre: "#8a5a00",
  "ochre-wash": "#fdefcf",
  brick: "#a3201d",
  "brick-wash": "#fbe3e1",
  lake: "#1c549e",
  "lake-wash": "#e1ebfa",
  plum: "#7a2c80",
  "plum-wash": "#f5e4f6",
} as const;

const { ink, soft, edge, paper } = fileColours;

const tones = gradeTones.map(
  (tone) =>
    `rect.${tone}{fill:${fileColours[`${tone}-wash`]}}.levels .${tone} text{fill:${fileColours[tone]};font-weight:600}`,
);

/** What app/charts.css says of a chart, in the words of a file. */
export const fileStyle = [
  `svg{overflow:visible}text{font:12px system-ui,sans-serif;fill:${ink}}text.heading{font-size:16px;font-weight:600}`,
  `line,path{fill:none;stroke:${soft};vector-effect:non-scaling-stroke}.plot{text-anchor:middle}`,
  `.grid{stroke:${edge};stroke-opacity:.35}.line{stroke:${ink};stroke-width:2}`,
  `.dots{stroke:${ink};stroke-width:8;stroke-linecap:round}`,
  `.improvement path{fill:#00b0f0;stroke:${ink}}.concern path{fill:#e46c0a;stroke:${ink}}.neither path{fill:#b39ddb;stroke:${ink}}`,
  `.figure{font-weight:600}.figure,.milestone text,.break text{paint-order:stroke;stroke:${paper};stroke-width:3px}`,
  `.milestone path{fill:${paper};stroke:${ink};stroke-width:1.5}.reached path{fill:${ink}}`,
  ".benchmark{stroke-dasharray:2 4;stroke-width:1.5}.limit{stroke-dasharray:7 4}",
  `.break{text-anchor:start}.break line{stroke:${ink};stroke-dasharray:1 3}.narrow{display:none}`,
  ...tones,
].join("\n");
