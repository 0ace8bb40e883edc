import { expect, test } from "vitest";
import type { Answer } from "#bench/ask";
import { answeredByAction, answeredByRoute, faultIn } from "#hammer/answered";

const answer = (given: Partial<Answer>): Answer => ({ status: 200, headers: {}, body: "", bytes: 0, ...given });

test("a page is read by its status and where it leads, to a script by what it says inside", () => {
  expect(answeredByRoute(answer({}))).toBe("let in");
  expect(answeredByRoute(answer({ status: 307, headers: { location: "/sign-in?callbackUrl=%2F" } }))).toBe(
    "signed out",
  );
  expect(answeredByRoute(answer({ status: 307, headers: { location: "/scorecards/one" } }))).toBe("let in");
  expect(answeredByRoute(answer({ status: 403 }))).toBe("wrong role");
  expect(answeredByRoute(answer({ body: 'E{"digest":"NEXT_HTTP_ERROR_FALLBACK;404"}' }))).toBe("not theirs");
  expect(answeredByRoute(answer({ body: 'E{"digest":"NEXT_REDIRECT;replace;/sign-in;307;"}' }))).toBe("signed out");
});

test("an action is read by its code", () => {
  expect(answeredByAction(answer({ body: '1:{"ok":true,"value":{}}' }))).toBe("let in");
  expect(answeredByAction(answer({ status: 303, headers: { "x-action-redirect": "/account;push" } }))).toBe("let in");
  expect(answeredByAction(answer({ body: '1:{"ok":false,"code":"WRONG_SCOPE","message":"No."}' }))).toBe("not theirs");
  expect(answeredByAction(answer({ body: '1:{"ok":false,"code":"CONFLICT","message":"No."}' }))).toBe("CONFLICT");
  expect(answeredByAction(answer({ status: 500 }))).toBe("500");
});

test("a fault of ours is one, and so is a look behind the door", () => {
  expect(faultIn(answer({ status: 500 }))).toBe("answered 500");
  expect(faultIn(answer({ body: "at read (/app/.next/server/page.js:1:2)" }))).toContain("shows");
  expect(faultIn(answer({ status: 400, body: "Give the date as year, month and day." }))).toBeNull();
});
