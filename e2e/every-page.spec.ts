import { type Account, accounts } from "#e2e/accounts";
import { expectGoodPage, expectGoodPageEveryWay, expectLightScripts, expectNoOverflow } from "#e2e/expect-good-page";
import { expect, test } from "#e2e/fixtures";

const scorecard = "/scorecards/childrens-services-improvement-scorecard";
const leads: readonly Account[] = ["lead.assessment", "lead.participation", "lead.workforce"];
const heads: readonly Account[] = ["head", "head.workforce"];
const officers: readonly Account[] = ["officer"];
const staff = accounts.filter((account) => account !== "reader");

const assessmentReturn = "/returns/2013-12/childrens-services-improvement-scorecard/assessment";
const ofAssessment: readonly Account[] = ["lead.assessment", "head", "auditor", "officer"];
/** Of another team's return who may read returns is told that it is not there. */
const otherReturn = (account: Account) => (account === "reader" ? 403 : 404);

/**
 * Each page with those it is for; the first of them looks at it closely, the others are let in, everyone else is
 * answered 403. What a reader may not know of, an open month's comment, is not there: 404.
 */
const pages: [path: string, whose: readonly Account[], refusal?: number | ((account: Account) => number)][] = [
  ["/", accounts],
  ["/scorecards", accounts],
  [scorecard, accounts],
  [`${scorecard}/themes/quality-of-practice`, accounts],
  [`${scorecard}/pictures`, accounts],
  [`${scorecard}/pictures?theme=quality-of-practice`, accounts],
  [`${scorecard}/indicators/2.1`, accounts],
  [`${scorecard}/indicators/2.1/comments/2013-12`, staff, 404],
  [`${scorecard}/indicators/2.1/restatements/2013-11`, [...heads, ...accounts.filter((each) => !heads.includes(each))]],
  [`${scorecard}/indicators/2.1/restatements/2013-11?edition=2013-11.1`, accounts],
  [`${scorecard}?edition=2013-11.1`, accounts],
  [`${scorecard}/themes/quality-of-practice?edition=2013-11.1`, accounts],
  [`${scorecard}/pictures?edition=2013-11.1`, accounts],
  [`${scorecard}/indicators/2.1?edition=2013-11.1`, accounts],
  [`${scorecard}/indicators/2.1/comments/2013-11?edition=2013-11.1`, accounts],
  [`${scorecard}/indicators/2.1/story/2013-12`, ["auditor", "officer", "head", "lead.assessment"], otherReturn],
  [`${scorecard}/add-indicator`, officers],
  [`${scorecard}/dictionary`, accounts],
  [`${scorecard}/dictionary?month=2013-11&edition=2013-11.1`, accounts],
  [`${scorecard}/structure`, [...officers, ...accounts.filter((each) => !officers.includes(each))]],
  [`${scorecard}/structure?edition=2013-11.1`, accounts],
  [`${scorecard}/editions`, accounts],
  [`${scorecard}/pack`, accounts],
  [`${scorecard}/pack?edition=2013-11.1`, accounts],
  [`${scorecard}/workbook`, accounts],
  [`${scorecard}/workbook?edition=2013-11.1`, accounts],
  ["/files", accounts],
  [`${scorecard}/editions/2013-10`, accounts],
  [`${scorecard}/indicators/2.1/definition`, officers],
  [`${scorecard}/indicators/2.1/definition?from=2013-12`, officers],
  [`${scorecard}/indicators/2.1/definition/milestones`, officers],
  ["/returns", leads],
  ["/returns/2013-12", leads],
  ["/returns/2014-01", leads],
  ["/returns/2013-10", leads],
  ["/returns/2014-01/paste", leads],
  [assessmentReturn, ofAssessment, otherReturn],
  ["/returns/reopenings", ["head", "head.workforce", "auditor", "officer"]],
  ["/approvals", heads],
  ["/approvals/together", heads],
  ["/history", staff],
  ["/history/views", staff],
  ["/history/views?outcome=refused&verb=actual.record", staff],
  ["/history/as-of", ["auditor", "officer"]],
  ["/history/integrity", ["auditor", "officer"]],
  ["/history/redactions", ["auditor", "officer"]],
  ["/history/redactions/past-keeping", ["auditor", "officer"]],
  ["/months", officers],
  ["/months/childrens-services-improvement-scorecard/2013-11", officers],
  ["/months/childrens-services-improvement-scorecard/2013-11/publish", officers],
  ["/months/childrens-services-improvement-scorecard/2013-12", officers],
  ["/months/childrens-services-improvement-scorecard/2014-02", officers],
  ["/months/working-days", officers],
  ["/admin/imports", officers],
  ["/admin/people", officers],
  ["/admin/people/invite", officers],
  ["/admin/people/teams", officers],
  ["/admin/people/sign-in-rules", officers],
  ["/admin/first-steps", officers],
  ["/admin/scorecards", officers],
  ["/admin/words-for-grades", officers],
  [`${scorecard}/words-for-grades`, officers],
  [`${scorecard}/several`, officers],
  ["/admin/settings", officers],
  ["/deputies", staff],
  ["/notices", accounts],
  ["/account", accounts],
  ["/account/second-factor", accounts],
];

// With one scorecard, /scorecards leads straight to it.
for (const [path, whose] of pages.filter(([path]) => path !== "/scorecards")) {
  test(`${path} is accessible and fits, wide and narrow, light and dark, has little script and no error of it`, async ({
    as,
  }) => {
    const page = await as(whose[0]!);
    const failures: string[] = [];
    page.on("pageerror", ({ message }) => failures.push(message));
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(200);
    await expectLightScripts(page, path.startsWith("/returns/") ? 190_000 : 150_000);
    await expectGoodPageEveryWay(page);
    expect(failures, "such as React finding another page than it would draw").toEqual([]);
  });
}

for (const account of accounts) {
  test(`${account} is let in and refused by role, page by page`, async ({ as }) => {
    const page = await as(account);
    for (const [path, whose, refusal = 403] of pages) {
      if (whose.includes(account)) {
        expect((await page.goto(path))?.status(), `${account} at ${path}`).toBe(200);
        await expectNoOverflow(page);
      } else {
        const wanted = typeof refusal === "number" ? refusal : refusal(account);
        expect((await page.request.get(path)).status(), `${account} at ${path}`).toBe(wanted);
      }
    }
  });
}

test("home is accessible for every role", async ({ as }) => {
  for (const account of ["head", "auditor", "officer", "reader"] as const) {
    const page = await as(account);
    await page.goto("/");
    await expectGoodPage(page);
  }
});

test("home weighs at most 30 kB for every role, and so does a comment", async ({ as }) => {
  const weigh = async (account: Account, path: string) =>
    (await (await (await as(account)).request.get(path)).body()).length;
  for (const account of accounts) expect(await weigh(account, "/"), account).toBeLessThan(30_000);
  for (const account of ["lead.assessment", "head", "auditor"] as const) {
    expect(await weigh(account, `${scorecard}/indicators/2.1/comments/2013-12`), account).toBeLessThan(30_000);
  }
});

test("the review of an import and a person's page are accessible", async ({ as }) => {
  const page = await as("officer");
  for (const list of ["/admin/imports", "/admin/people"]) {
    await page.goto(list);
    await page.getByRole("main").locator(`a[href^="${list}/"]`).first().click();
    await expect(page).toHaveURL(new RegExp(`${list}/.`));
    await expectGoodPage(page);
  }
});

test("what is refused or missing is said on a page that is accessible too", async ({ as }) => {
  const page = await as("reader");
  for (const [path, status, title] of [
    ["/approvals", 403, "Not for your role"],
    ["/scorecards/none", 404, "Page not found"],
    ["/nowhere", 404, "Page not found"],
  ] as const) {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(status);
    // Of several titles a browser without scripts shows the first.
    expect(/<title>([^<]*)/.exec((await answer?.text()) ?? "")?.[1], path).toBe(`${title} · Candour`);
    await expectGoodPage(page);
  }
});

test("who is not signed in is led to the sign-in page, from everywhere", async ({ page }) => {
  for (const [path] of pages) {
    await page.goto(path);
    await expect(page, path).toHaveURL(/\/sign-in/);
  }
  await expectGoodPage(page);
});

test("a link to an invitation that does not exist says so", async ({ page }) => {
  const answer = await page.goto("/invitation/none");
  expect(answer?.status()).toBe(404);
  await expectGoodPage(page);
});

test("who no longer knows their password asks for a link, and one that does not exist says so", async ({ page }) => {
  await page.goto("/new-password");
  await expectLightScripts(page, 150_000);
  await expectGoodPageEveryWay(page);
  const answer = await page.goto("/new-password/none");
  expect(answer?.status()).toBe(404);
  await expectGoodPage(page);
});

test("where a code is asked for says what for, when none is", async ({ page }) => {
  expect((await page.goto("/sign-in/code"))?.status()).toBe(200);
  await expectLightScripts(page, 150_000);
  await expectGoodPageEveryWay(page);
});

test("nor is a month made up by hand a fault, for whom it is for", async ({ as }) => {
  const page = await as("officer");
  for (const month of ["1000-01", "9999-11", "9999-12"]) {
    const answer = await page.request.get(`/months/childrens-services-improvement-scorecard/${month}`);
    expect(answer.status(), month).toBe(200);
  }
  expect((await page.request.get("/months/none/2014-02")).status()).toBe(404);
  expect((await page.request.get("/months?before=9999-12&month=x&scorecard=none")).status()).toBe(200);
});

test("an address made up by hand is never answered as a fault of ours", async ({ as }) => {
  const page = await as("lead.assessment");
  for (const path of [
    "/returns/1000-01",
    `${scorecard}/indicators/2.1/comments/1000-01`,
    `${scorecard}/indicators/%E0%A4%A`,
    "/invitation/%ED%A0%80",
    "/new-password/%ED%A0%80",
    "/account?done=constructor",
    "/account?done=__proto__",
    "/sign-in?done=constructor",
    "/api/auth/callback/credentials",
  ]) {
    const answer = await page.request.get(path);
    expect(answer.status(), path).toBeLessThan(500);
    expect(answer.headers()["x-content-type-options"], path).toBe("nosniff");
  }
});
