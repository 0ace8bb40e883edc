import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Sparkline } from "#components/charts/sparkline";

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
