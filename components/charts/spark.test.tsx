import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { Spark } from "#components/charts/spark";
import { sparkBands } from "#components/charts/spark-bands";
import { type SparkPoint, sparkPath, sparkScales } from "#components/charts/spark-path";
import type { Direction } from "#db/vocabulary";
import { firstLabels } from "#lib/people/first-labels";
import { parseBands } from "#lib/rules/bands";

const size = { width: 92, height: 28 };
const Sparkline = ({ points, title }: { points: readonly SparkPoint[]; title: string }) => (
  <Spark path={sparkPath(points, sparkScales(points, 92, 28))} title={title} {...size} />
);

/** How many lines are drawn, and how many figures by themselves: "30 - - 40" is a figure, two months in which none is due, a figure; "." is none given. */
function drawn(figures: string): { lines: number; alone: number } {
  const points = figures.split(" ").map((value, index) => ({
    month: `2013-0${index + 1}`,
    value: /\d/.test(value) ? value : null,
    isDue: value !== "-",
  }));
  const svg = renderToStaticMarkup(<Sparkline points={points} title="2.3" />);
  const [path = ""] = [...svg.matchAll(/ d="([^"]*)"/g)].map(([, d]) => d);
  const [, alone = ""] = /class="alone" d="([^"]*)"/.exec(svg) ?? [];
  return { lines: path.match(/M[^M]*L/g)?.length ?? 0, alone: alone.match(/h0/g)?.length ?? 0 };
}

test("a line runs through every month", () => {
  expect(drawn("30 35 40")).toEqual({ lines: 1, alone: 0 });
});

test("a figure between two gaps is a dot by itself, and the last one is drawn again, larger", () => {
  const svg = renderToStaticMarkup(<Sparkline points={[{ value: "30", isDue: true }]} title="2.3" />);
  expect([...svg.matchAll(/ d="([^"]*)"/g)].map(([, d]) => d)).toEqual(["M92,28", "M92,28h0", "M92,28h0"]);
});

test("a line runs unbroken over months in which no figure is due", () => {
  expect(drawn("30 - - 40 - - 38")).toEqual({ lines: 1, alone: 0 });
});

test("a line is broken where a figure was due and not given", () => {
  expect(drawn("30 35 . 40 38")).toEqual({ lines: 2, alone: 0 });
  expect(drawn("30 - - 35 - - . - - 38")).toEqual({ lines: 1, alone: 1 });
});

describe("the levels behind a line", () => {
  const [kept, changed] = [
    ["80+", "70-79", "60-69"],
    ["90+", "75-89", "60-74"],
  ];
  /** Which tones lie behind some figures from 60 to 80, the best on top, from which place and between which down; null where there are no bands. */
  function behind(bands: readonly (readonly string[] | null)[], direction: Direction = "higher") {
    const points = bands.map((_, index) => ({ value: String(60 + (20 * index) / (bands.length - 1)), isDue: true }));
    const cells = bands.map((typed) => {
      const words = firstLabels.map(({ word }) => word);
      const read =
        typed &&
        parseBands(
          typed.map((asTyped, index) => ({ word: words[index]!, asTyped })),
          direction,
        );
      return { at: { bands: read?.ok ? read.bands : null }, labels: firstLabels };
    });
    return sparkBands(cells, sparkScales(points, size.width, size.height));
  }

  test("each lies between its edges, and one that no figure comes near is not drawn", () => {
    // 80 is drawn at 10, 60 at 46, and the picture ends 10 beyond each: at 85.6 and 54.4.
    expect(behind([kept, kept, kept])).toEqual([
      ["pine", 0, 0, 10],
      ["leaf", 0, 10, 28],
      ["ochre", 0, 28, 46],
      ["brick", 0, 46, 56],
    ]);
    expect(behind([changed, changed, changed]).map(([tone]) => tone)).toEqual(["leaf", "ochre", "brick"]);
  });

  test("where lower is better the best lies below", () => {
    expect(
      behind(
        [["below 60", "60-69", "70-80"], null, ["below 60", "60-69", "70-80"]].map((each) => each && [...each]),
        "lower",
      ).map(([tone, , top]) => [tone, top]),
    ).toEqual([
      ["pine", 46],
      ["leaf", 30],
      ["ochre", 10],
      ["brick", 0],
    ]);
  });

  test("where close to a range is better the others lie on both sides of the best", () => {
    // 80 is drawn at 10, 70 at 28, 60 at 46.
    const nested = ["69-71", "65-75", "60-80"];
    expect(behind([nested, nested, nested], "within").map(([tone, , top, bottom]) => [tone, top, bottom])).toEqual([
      ["pine", 26, 30],
      ["leaf", 19, 26],
      ["leaf", 30, 37],
      ["ochre", 10, 19],
      ["ochre", 37, 46],
      ["brick", 0, 10],
      ["brick", 46, 56],
    ]);
  });

  test("they begin where their bands do, half way from the month before", () => {
    expect(new Set(behind([changed, kept, kept]).map(([, x]) => x))).toEqual(new Set([51]));
    expect(new Set(behind([null, null, kept]).map(([, x]) => x))).toEqual(new Set([133]));
    expect(behind([kept, kept, null])).toEqual([]);
  });
});
