import { readdirSync } from "node:fs";
import type { Server } from "node:http";
import { availableParallelism } from "node:os";
import type { Browser, Page } from "@playwright/test";
import pg from "pg";
import { emailOf, password } from "#e2e/accounts";
import { type Copy, emptyDatabase, startCopy, startProxy } from "#e2e/copies";
import { expect, test } from "#e2e/fixtures";
import { signIn } from "#e2e/invite";
import { makeDemonstration } from "#scripts/demonstration";

test.describe.configure({ mode: "serial" });

const comment = "/scorecards/childrens-services-improvement-scorecard/indicators/4.3/comments/2013-12";
const metricsPort = 19_464 + Number(process.env.TEST_PARALLEL_INDEX ?? 0);
let copies: Copy[] = [];
let proxy: { url: string; server: Server };
let urls: { owner: string; app: string; signIn: string };

const asOwner = async (text: string) => {
  const client = new pg.Client({ connectionString: urls.owner });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
};

test.beforeAll(async () => {
  urls = await emptyDatabase("two");
  proxy = await startProxy(() => copies);
  const shared = {
    CANDOUR_URL: proxy.url,
    CANDOUR_TRUST_PROXY: "1",
    NEXTAUTH_SECRET: "one secret for the two of them",
  };
  copies = await Promise.all([
    startCopy(urls, { ...shared, METRICS_PORT: String(metricsPort) }),
    startCopy(urls, shared),
  ]);
  await makeDemonstration(urls);
});
test.afterAll(async () => {
  await Promise.all(copies.map(({ stop }) => stop("SIGTERM")));
  proxy.server.closeAllConnections();
  proxy.server.close();
});

/** A browser whose every request goes to one of the copies. */
async function at(browser: Browser, copy: 0 | 1, page?: Page, javaScriptEnabled = false): Promise<Page> {
  const context = await browser.newContext({
    baseURL: proxy.url,
    javaScriptEnabled,
    extraHTTPHeaders: { "x-copy": String(copy) },
    storageState: page && (await page.context().storageState()),
  });
  return context.newPage();
}

test("both started at once on an empty database, and each migration ran once", async () => {
  const files = readdirSync("drizzle").filter((name) => name.endsWith(".sql"));
  expect((await asOwner("select name from migration order by name")).map(({ name }) => name)).toEqual(files.toSorted());
});

test("who signs in at one writes at the other, once, however often it is sent to whichever, and is signed out of both", async ({
  browser,
}) => {
  const one = await at(browser, 0);
  await signIn(one, emailOf("lead.workforce"), password);
  await expect(one.getByRole("heading", { name: "Your account" })).toBeVisible();
  const other = await at(browser, 1, one);
  await other.goto(comment);
  await other.getByRole("textbox", { name: "Comment" }).fill("Two posts are covered until April.");
  const sending = other.waitForRequest((request) => request.method() === "POST");
  await other.getByRole("button", { name: "Save draft" }).click();
  await expect(other.getByRole("status")).toContainText("Draft saved.");

  const sent = await sending;
  const { "x-copy": _, ...headers } = await sent.allHeaders();
  const again = await Promise.all(
    ["0", "1", "0"].map((copy) =>
      one.request.post(sent.url(), {
        headers: { "content-type": headers["content-type"]!, origin: proxy.url, "x-copy": copy },
        data: sent.postDataBuffer()!,
        maxRedirects: 0,
      }),
    ),
  );
  expect(again.map((answer) => answer.status())).toEqual([303, 303, 303]);
  expect(
    await asOwner("select count(*)::int as n from audit.action where verb = 'comment.draft' and outcome = 'done'"),
  ).toEqual([{ n: 1 }]);

  await one.goto(comment);
  await expect(one.getByRole("textbox", { name: /^(Comment|Your words)$/ })).toHaveValue(
    "Two posts are covered until April.",
  );
  await one.getByRole("button", { name: "Sign out" }).click();
  await expect(one.getByRole("status")).toHaveText("You are signed out.");
  await other.goto("/account");
  await expect(other).toHaveURL(/\/sign-in\?callbackUrl=%2Faccount/);
  await expect(other.getByRole("status")).toContainText("Your session was ended: by you from another place");
});

test("whoever did not use Candour for eight hours is told so where they sign in again, by either", async ({
  browser,
}) => {
  const page = await at(browser, 0);
  await signIn(page, emailOf("reader"), password);
  await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible();
  await asOwner("update session_touch set touched_at = now() - interval '8 hours 1 minute'");
  const other = await at(browser, 1, page);
  await other.goto("/scorecards");
  await expect(other).toHaveURL(/\/sign-in\?callbackUrl=%2Fscorecards/);
  await expect(other.getByRole("status")).toHaveText(
    "You were signed out because Candour was not used for 8 hours. Sign in again to go on where you were.",
  );
  await other.getByLabel("E-mail address").fill(emailOf("reader"));
  await other.getByLabel("Password").fill(password);
  await other.getByRole("button", { name: "Sign in" }).click();
  await expect(other).toHaveURL(/\/scorecards/);
});

test("the reference of a page that failed is that of its line in the log, with a script and without", async ({
  browser,
}) => {
  const page = await at(browser, 0, undefined, true);
  await signIn(page, emailOf("auditor"), password);
  await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible();
  await asOwner("alter table indicator_definition rename to away");
  try {
    for (const scripted of [true, false]) {
      const failing = await at(browser, 0, page, scripted);
      const answer = await failing.goto("/scorecards/childrens-services-improvement-scorecard");
      expect(answer?.status()).toBe(500);
      const said = failing.locator("main");
      await expect(said).toContainText("Reference");
      const reference = /Reference\s*([0-9a-f-]{36})/.exec((await said.textContent()) ?? "")?.[1];
      const line = copies[0]!
        .said()
        .split("\n")
        .find((each) => each.startsWith("{") && each.includes(`"id":"${reference}","method"`));
      expect(JSON.parse(line ?? "{}")).toMatchObject({ level: "error", status: 500, route: "/scorecards/[scorecard]" });
      expect(copies[0]!.said()).toContain(`A query failed: 42P01, reference ${reference}`);
    }
  } finally {
    await asOwner("alter table away rename to indicator_definition");
  }
});

test("an operator reads what happened as numbers, on a port that people are not given", async ({ request }) => {
  const text = await (await request.get(`http://127.0.0.1:${metricsPort}/metrics`)).text();
  expect(text).toMatch(/candour_sign_ins_total\{outcome="STARTED"\} \d/);
  expect(text).toMatch(/candour_requests_total\{route="\/scorecards\/\[scorecard\]",method="GET",status="500"\} \d/);
  expect(text).toMatch(/candour_failures_total\{route="\/scorecards\/\[scorecard\]"\} [2-9]/);
  expect(text).toMatch(/candour_pool_connections\{pool="writes",state="idle"\} [1-9]/);
  expect(text).not.toContain("childrens-services");
  expect((await request.get(`${proxy.url}/metrics`)).status()).toBe(404);
});

test("one that is busy answers by a second process too, which asks nobody who they are again and ends with it", async ({
  browser,
}) => {
  test.skip(availableParallelism() < 2, "One core is for one process.");
  const [copy] = copies;
  const second = () => /"A second process answers too\.","pid":(\d+)/.exec(copy!.said())?.[1];
  const ask = async () => {
    while (!second()) expect((await fetch(`http://127.0.0.1:${copy!.port}/sign-in`)).status).toBe(200);
  };
  await Promise.all(Array.from({ length: 12 }, ask));
  const page = await at(browser, 0);
  await signIn(page, emailOf("lead.workforce"), password);
  await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible();
  for (let time = 0; time < 6; time++) {
    await page.goto(comment);
    await expect(page.getByRole("textbox", { name: /^(Comment|Your words)$/ })).toHaveValue(
      "Two posts are covered until April.",
    );
  }
  const isAlive = () => {
    try {
      return process.kill(Number(second()), 0);
    } catch {
      return false;
    }
  };
  expect(isAlive()).toBe(true);
  await copy!.stop("SIGKILL");
  await expect.poll(isAlive, { timeout: 10_000 }).toBe(false);
});

test("when one is killed the other goes on", async ({ browser }) => {
  await copies[0]!.stop("SIGKILL");
  const page = await at(browser, 1);
  await signIn(page, emailOf("auditor"), password);
  await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible();
});
