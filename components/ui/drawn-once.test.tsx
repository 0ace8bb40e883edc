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

test("what was drawn is gone from memory after ten minutes, though nobody asks for it", () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const now = vi.spyOn(performance, "now");
  const { drawn, Draws } = counted();
  const Drawn = drawnOnce(Draws);
  const showAt = (minute: number) => {
    now.mockReturnValue(minute * 60_000);
    renderToStaticMarkup(<Drawn sent={asSent<View>({ words: "taken out" })} />);
  };
  showAt(1);
  vi.advanceTimersByTime(9 * 60_000);
  showAt(10);
  expect(drawn).toHaveLength(1);
  now.mockReturnValue(12 * 60_000);
  vi.advanceTimersByTime(2 * 60_000);
  // By this clock it is not old: it would be shown again if it were still there.
  showAt(10);
  expect(drawn).toHaveLength(2);
  now.mockRestore();
  vi.useRealTimers();
});
