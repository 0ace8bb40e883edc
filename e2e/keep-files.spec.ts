import pg from "pg";
import { command } from "#e2e/command";
import { expectGoodPageEveryWay } from "#e2e/expect-good-page";
import { expect, test } from "#e2e/fixtures";
import { invite, setPassword, signIn } from "#e2e/invite";

const scorecard = "/scorecards/childrens-services-improvement-scorecard";
const email = "keeper.of.files@candour.test";
const password = "words of a password";

async function asOwner(text: string, values?: unknown[]) {
  const client = new pg.Client({ connectionString: command("db-url", "owner").trim() });
  await client.connect();
  try {
    return (await client.query(text, values)).rows;
  } finally {
    await client.end();
  }
}

/** Files of somebody, each as its columns say, made just now or not at all. Answers their ids. */
const keep = async (whose: string, columns: string, values: string, howMany = 1): Promise<string[]> =>
  (
    await asOwner(
      `insert into files.kept_file (id, organisation_id, person_id, scorecard_id, form, name, from_month, to_month, cut, is_live, hides_small, goes_at, ${columns})
       select gen_random_uuid(), s.organisation_id, p.id, s.id, 'CSV', 'figures', '2013-12-01', '2013-12-01', c.number, true, false, now() + interval '1 day', ${values}
       from person p, (select * from scorecard order by slug limit 1) s, (select max(number) as number from audit.cut) c, generate_series(1, $2)
       where p.email = $1 returning id`,
      [whose, howMany],
    )
  ).map(({ id }) => id);

const made = ["begun_at, made_at, content, size", "now(), now(), 'a,b', 3"] as const;

test("an address gives a file to who had it made, while every role by which it was made is theirs; of twenty no other is made", async ({
  page,
}) => {
  await setPassword(page, invite(email, "--role", "auditor", "--name", "Keeper of files"), password);
  await signIn(page, email, password);
  await expect(page).toHaveURL(/account/);
  await asOwner(`do $$ begin perform audit.begin_operator('a role more');
    insert into role_grant (organisation_id, person_id, role) select organisation_id, person_id, 'reader' from role_grant
    where person_id = (select id from person where email = '${email}'); end $$`);
  const [mine] = await keep(email, ...made);
  const [theirs] = await keep("officer@candour.test", ...made);
  const [cancelled] = await keep(email, "cancelled_at", "now()");
  const statusOf = async (id: string | undefined) => (await page.request.get(`/files/${id}`)).status();
  const taken = await page.request.get(`/files/${mine}`);
  expect([taken.status(), await taken.text()]).toEqual([200, "\uFEFFa,b"]);
  expect(taken.headers()["content-disposition"]).toBe('attachment; filename="figures.csv"');
  expect(await Promise.all([theirs, cancelled].map(statusOf))).toEqual([404, 404]);

  await keep(email, ...made, 18);
  await page.goto(`${scorecard}/workbook`);
  await page.getByLabel("Form").selectOption("CSV for a spreadsheet");
  await page.getByRole("button", { name: "Make it and keep it" }).click();
  await expect(page.getByText("The file is asked for.")).toBeVisible();
  await page.goto(`${scorecard}/workbook`);
  await page.getByLabel("Form").selectOption("CSV for a spreadsheet");
  await page.getByRole("button", { name: "Make it and keep it" }).click();
  await expect(page.getByText("Twenty files of yours are kept, and there is room for no more.")).toBeVisible();
  await expect(page.getByLabel("Form")).toHaveValue("CSV for a spreadsheet");
  await expectGoodPageEveryWay(page);

  await asOwner(`do $$ begin perform audit.begin_operator('a role less');
    update role_grant set revoked_at = now() where role = 'reader' and person_id = (select id from person where email = '${email}'); end $$`);
  const barred = await page.request.get(`/files/${mine}`);
  expect([barred.status(), await barred.text()]).toEqual([
    404,
    expect.stringContaining("a role by which it was made is yours no more"),
  ]);
  await page.goto("/files");
  await expect(page.getByText("Not for you any more").first()).toBeVisible();
  await expectGoodPageEveryWay(page);
  const before = await page.getByRole("button", { name: "Delete it" }).count();
  await page.getByRole("button", { name: "Delete it" }).last().click();
  await expect(page.getByText("It is deleted.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Delete it" })).toHaveCount(before - 1);
});
