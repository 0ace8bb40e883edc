import { setTimeout as pause } from "node:timers/promises";
import { renderToStaticMarkup, renderToString } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { drawnOnce as inTheBrowser } from "#components/ui/drawn-each-time";
import { drawnOnce } from "#components/ui/drawn-once";
import { asSent } from "#components/ui/sent";

type View = { words: string };
const counted = () => {
  const drawn: string[] = [];
  const Draws = ({ view: { words } }: { view: View }) => {
    drawn.push(words);
    if (words === "") throw new Error("There are no words.");
    return (
      <p>
        {words} of {words.length} letters
      </p>
    );
  };
  return { drawn, Draws };
};

test("a text is drawn once, and each other text for itself", () => {
  const { drawn, Draws } = counted();
  const Drawn = drawnOnce(Draws);
  const markups = ["one", "other", "one"].map((words) =>
    renderToStaticMarkup(<Drawn sent={asSent<View>({ words })} />),
  );
  expect(drawn).toEqual(["one", "other"]);
  expect(markups[0]).toContain("one<!-- --> of <!-- -->3<!-- --> letters");
  expect(markups[1]).toContain("other");
  expect(markups[2]).toBe(markups[0]);
});

test("the browser finds what it would have drawn", () => {
  const { Draws } = counted();
  const [OnServer, InBrowser] = [drawnOnce(Draws), inTheBrowser(Draws)];
  const sent = asSent<View>({ words: "<b>&amp;" });
  expect(renderToString(<OnServer sent={sent} />)).toBe(renderToString(<InBrowser sent={sent} />));
});

test("of the same text two components draw two things", () => {
  const sent = asSent<View>({ words: "same" });
  const [One, Other] = [drawnOnce(() => <i>one</i>), drawnOnce(() => <i>other</i>)];
  expect(
    [<One key={1} sent={sent} />, <Other key={2} sent={sent} />].map((each) => renderToStaticMarkup(each)),
  ).toEqual(["<div><i>one</i></div>", "<div><i>other</i></div>"]);
});

test("what fails is tried again", () => {
  const { drawn, Draws } = counted();
  const Drawn = drawnOnce(Draws);
  const sent = asSent<View>({ words: "" });
  for (const _ of [1, 2]) expect(() => renderToStaticMarkup(<Drawn sent={sent} />)).toThrow("There are no words.");
  expect(drawn).toHaveLength(2);
});

test("what was drawn longest ago makes room, and what is too long is drawn each time", () => {
  const { drawn, Draws } = counted();
  const Drawn = drawnOnce(Draws);
  const show = (words: string) => renderToStaticMarkup(<Drawn sent={asSent<View>({ words })} />);
  const [half, other, whole] = ["h".repeat(600_000), "o".repeat(600_000), "w".repeat(1_100_000)];
  for (const words of [half, half, other, half, whole, whole]) show(words);
  expect(drawn.map((words) => words[0])).toEqual(["h", "o", "h", "w", "w"]);
});

test("what was drawn is let go in ten minutes", async () => {
  const { drawn, Draws } = counted();
  const Drawn = drawnOnce(Draws);
  const now = vi.spyOn(performance, "now");
  for (const [minute, times] of [
    [1, 1],
    [10, 1],
    [12, 2],
  ] as const) {
    now.mockReturnValue(minute * 60_000);
    renderToStaticMarkup(<Drawn sent={asSent<View>({ words: "taken out" })} />);
    expect(drawn).toHaveLength(times);
    // The time is asked once a millisecond at most.
    await pause(5);
  }
  now.mockRestore();
});
