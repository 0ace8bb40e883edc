import { expect, test } from "vitest";
import { reaching } from "#components/kept/reaching";
import { renewing } from "#components/kept/renewing";
import type { Refused, Result } from "#lib/actions/result";

const refused = (code: Refused["code"]): Refused => ({
  ok: false,
  code,
  message: "",
  fields: {},
  details: {},
  typed: {},
});
const formOf = (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
};

/** A server that does a request once, as the database's door does, and a line that loses the answers to the first few. */
function serverBehind(lost: number) {
  const done = new Map<string, string>();
  let left = lost;
  const action = async (_: Result<string> | null, form: FormData): Promise<Result<string>> => {
    const { request = "", ...contents } = Object.fromEntries(form) as Record<string, string>;
    const sent = JSON.stringify(contents);
    const before = done.get(request);
    const answer: Result<string> =
      before !== undefined && before !== sent ? refused("REQUEST_REUSED") : { ok: true, value: sent };
    if (answer.ok) done.set(request, sent);
    if (answer.ok && left-- > 0) throw new TypeError("Failed to fetch");
    return answer;
  };
  return { done, send: renewing(reaching(action)) };
}

test("what was typed on after an answer was lost is done as well, never answered with what was done first", async () => {
  const { done, send } = serverBehind(1);
  expect(await send(null, formOf({ request: "one", body: "First." }))).toMatchObject({ code: "UNREACHED" });
  expect(await send(null, formOf({ request: "one", body: "First. Second." }))).toEqual({
    ok: true,
    value: JSON.stringify({ body: "First. Second." }),
  });
  expect([...done.values()]).toEqual(['{"body":"First."}', '{"body":"First. Second."}']);
});

test("the same form with its other button is another request", async () => {
  const { done, send } = serverBehind(1);
  await send(null, formOf({ request: "two", body: "Words.", as: "draft" }));
  expect(await send(null, formOf({ request: "two", body: "Words.", as: "submission" }))).toMatchObject({ ok: true });
  expect(done.size).toBe(2);
});

test("what is sent again as it was is done once, also under the request of its own", async () => {
  const { done, send } = serverBehind(2);
  await send(null, formOf({ request: "three", body: "First." }));
  const second = () => send(null, formOf({ request: "three", body: "Second." }));
  expect(await second()).toMatchObject({ code: "UNREACHED" });
  expect(await second()).toMatchObject({ ok: true });
  expect(await second()).toMatchObject({ ok: true });
  expect(done.size).toBe(2);
});
