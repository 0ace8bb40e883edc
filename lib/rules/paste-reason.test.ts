import { expect, test } from "vitest";
import { answersSaid, reasonOfFigure } from "#lib/rules/paste-reason";

const month = "2014-01";
const answers = [
  { name: "2.2", month, answer: "85" },
  { name: "2.5", month, answer: "not available [x]" },
] as const;
const said = "Asked what was meant, and answered 2.2 for January 2014: 85; 2.5 for January 2014: not available [x].";

test("what was answered is said of each figure that was asked about", () => {
  expect(answersSaid([])).toBeNull();
  expect(answersSaid(answers)).toBe(said);
  expect(answersSaid(Array.from({ length: 60 }, () => answers[0]))).toBe("Asked what was meant of 60 of its figures.");
});

test("the reason of one figure holds nothing of what was answered of another", () => {
  const reason = `From the ward’s own sheet.\n${said}`;
  const of = (ref: string | null, on: typeof month | "2013-12" = month) => reasonOfFigure(reason, { ref, month: on });
  expect(of("2.2")).toBe("From the ward’s own sheet.\nAsked what was meant, and answered 2.2 for January 2014: 85.");
  expect(of("2.5")).toContain("answered 2.5 for January 2014: not available [x].");
  for (const other of [of("2.1"), of("2"), of("2.2", "2013-12")]) expect(other).toBe("From the ward’s own sheet.");
  expect(reasonOfFigure(said, { ref: "2.1", month })).toBe("");
  expect(of(null)).toBe(reason);
  expect(reasonOfFigure("Late.", { ref: "2.1", month })).toBe("Late.");
});
