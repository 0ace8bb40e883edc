import { readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { chartFile } from "#components/charts/chart-file";
import { fileColours } from "#components/charts/chart-file-style";
import type { Chart } from "#components/charts/chart-model";
import { IndicatorChart } from "#components/charts/indicator-chart";
import { svgText } from "#components/charts/svg-text";

const chart: Chart = {
  ticks: [{ y: 260, label: "0" }],
  months: [{ x: 25, label: "Sep 13", isKey: true }],
  areas: [{ tone: "pine", word: "Good & better", short: "G", x: 0, width: 100, y: 0, height: 80 }],
  levels: [{ tone: "pine", word: "Good & better", short: "G", y: 44 }],
  path: "M250,40L750,60",
  points: [
    { x: 25, y: 40, label: "90", isAbove: true, isKey: true, sign: "improvement" },
    { x: 75, y: 60, label: "", isAbove: true, isKey: false, sign: "plain" },
  ],
  marks: [{ x: 75, y: 30, label: "below 20", isAbove: true, state: "missed" }],
  lines: [{ kind: "limit", from: 0, to: 100, y: 20, label: "upper limit 95.1" }],
  turns: [{ x: 50, words: "break in the series" }],
  beginsAt: null,
};
const file = () =>
  chartFile(chart, {
    title: "2.3 % seen <in time>",
    about: "Scorecard",
    words: ["From 90 to 85.", "word ".repeat(60)],
  });

describe("a chart as a file", () => {
  test("is the drawing of the page, in the very same elements", () => {
    const drawn = <IndicatorChart chart={chart} title={'Chart of "2.3"'} />;
    expect(svgText(drawn)).toBe(renderToStaticMarkup(drawn).replaceAll("&#x27;", "'"));
    const plot = /<svg viewBox="0 0 1000 260"[^]*?<\/svg>/;
    expect(plot.exec(file())?.[0]).toBe(plot.exec(renderToStaticMarkup(drawn))?.[0]);
  });

  test("stands by itself: its title, its words and what its signs mean, and nothing fetched", () => {
    const text = file();
    expect(text).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="1000"/);
    expect(text).toContain("<title>2.3 % seen &lt;in time&gt;</title>");
    expect(text).toContain(
      "square: special cause, improvement; crossed diamond: milestone missed; dashed: upper limit 95.1.",
    );
    expect(text).not.toMatch(/var\(|url\(|href|<script/);
    const lines = [...text.matchAll(/<text x="8" y="\d+">([^<]*)<\/text>/g)].map(([, line]) => line ?? "");
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(150);
  });

  test("has the light colours of the pages", () => {
    const light = /:root \{([^}]*)\}/.exec(readFileSync("app/globals.css", "utf8"))?.[1] ?? "";
    for (const [name, colour] of Object.entries(fileColours)) expect(light).toContain(`--${name}: ${colour};`);
  });
});
