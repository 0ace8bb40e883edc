import { verify } from "@node-rs/argon2";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { checkPassword } from "#lib/access/check-password";
import { enterThrottled, throttleWindow } from "#lib/access/throttle";
import { refuseSignIn } from "#lib/sign-in/refuse-sign-in";
import { givePassword } from "#lib/testing/give-password";
import { makeWorld, type World } from "#lib/testing/world";

// What another file loaded in this process knows nothing of the mock.
vi.hoisted(() => vi.resetModules());
vi.mock("@node-rs/argon2", async (original) => {
  const argon2 = await original<typeof import("@node-rs/argon2")>();
  return { ...argon2, verify: vi.fn(argon2.verify) };
});

const database = useDatabase();
const password = "a horse and a battery";
const origin = { address: "192.0.2.7", agent: "test" };
let world: World;

beforeAll(async () => {
  world = await makeWorld(database);
  for (const who of ["lead", "head", "auditor"]) await givePassword(database.ownerUrl, `${who}@candour.test`, password);
});

beforeEach(async () => {
  await database.asOwner("delete from limits");
});

const check = (email: string, typed: string, from = origin) => checkPassword({ email, password: typed }, from);

async function signIn(email: string, typed: string, from = origin) {
  const checked = await check(email, typed, from);
  if (!checked.ok) await refuseSignIn(checked, from);
  return checked;
}

const refusals = (person: string | null) =>
  database.asOwner(
    `select a.code, a.address, e.person, e.after from audit.entry e join audit.action a on a.id = e.action
     where e.verb = 'session.start' and e.operation = 'refused' and e.person is not distinct from $1 order by e.position`,
    [person],
  );

const endWindow = () => database.asOwner("update limits set expire = 1");

describe("a password", () => {
  test("is taken for the person whose it is, however the address is written", async () => {
    expect(await check("lead@candour.test", password)).toEqual({ ok: true, personId: world.people.lead });
    expect(await check(" LEAD@Candour.test ", password)).toEqual({ ok: true, personId: world.people.lead });
  });

  test("that is wrong is refused and entered under the person, without what was typed", async () => {
    const typed = "not the password at all";
    expect(await signIn("lead@candour.test", typed)).toMatchObject({ ok: false, why: "WRONG_PASSWORD" });
    expect(await refusals(world.people.lead)).toEqual([
      { code: "WRONG_PASSWORD", address: origin.address, person: world.people.lead, after: { attempts: 1 } },
    ]);
    const kept = await database.asOwner(
      "select count(*)::int as n from audit.entry e join audit.action a on a.id = e.action where strpos(e::text || a::text, $1) > 0",
      [typed],
    );
    expect(kept).toEqual([{ n: 0 }]);
  });

  test("of nobody, and of somebody who has not set theirs, is refused", async () => {
    expect(await signIn("nobody@candour.test", password)).toMatchObject({ ok: false, why: "UNKNOWN_PERSON" });
    expect(await signIn("reader@candour.test", password)).toMatchObject({ ok: false, why: "WRONG_PASSWORD" });
    expect(await signIn("nul\0@candour.test", password)).toMatchObject({ ok: false, why: "UNKNOWN_PERSON" });
    expect(await signIn("", "")).toMatchObject({ ok: false, why: "UNKNOWN_PERSON" });
    expect(await refusals(null)).toHaveLength(3);
  });

  test("of nobody takes the same work to refuse as of somebody", async () => {
    const costs: (string | undefined)[] = [];
    for (const email of ["lead@candour.test", "nobody@candour.test"]) {
      vi.mocked(verify).mockClear();
      await check(email, "wrong");
      costs.push(...vi.mocked(verify).mock.calls.map(([hash]) => String(hash).split("$").slice(0, 4).join("$")));
    }
    expect(costs).toEqual(Array(2).fill("$argon2id$v=19$m=19456,t=2,p=1"));
  });

  test("of somebody who is disabled is refused, right or wrong", async () => {
    await database.asOwner(
      `do $$ begin perform audit.begin_operator('left'); update person set disabled_at = now() where email = 'auditor@candour.test'; end $$`,
    );
    expect(await signIn("auditor@candour.test", password)).toMatchObject({ ok: false, why: "DISABLED" });
    expect(await signIn("auditor@candour.test", "wrong")).toMatchObject({ ok: false, why: "DISABLED" });
  });
});

describe("the throttle", () => {
  const { account: perAccount, address: perAddress } = throttleWindow.tries;
  const fail = async (times: number, email = "head@candour.test", from = origin) => {
    for (let n = 0; n < times; n++) await signIn(email, "wrong", from);
  };

  test("refuses an account even its right password after ten wrong ones, and says until when", async () => {
    await fail(perAccount);
    const checked = await check("head@candour.test", password);
    expect(checked).toMatchObject({ ok: false, why: "TOO_MANY", personId: world.people.head });
    const wait = +(checked as { until: Date }).until - Date.now();
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(throttleWindow.seconds * 1000);
    expect(await check("lead@candour.test", password)).toMatchObject({ ok: true });
  });

  test("treats an account that does not exist the same", async () => {
    await fail(perAccount, "nobody@candour.test");
    expect(await check("nobody@candour.test", "wrong")).toMatchObject({ ok: false, why: "TOO_MANY" });
  });

  test("begins anew after the right password", async () => {
    await fail(perAccount - 1);
    expect(await check("head@candour.test", password)).toMatchObject({ ok: true });
    await fail(perAccount - 1);
    expect(await check("head@candour.test", password)).toMatchObject({ ok: true });
  });

  test("lets no tries at the same moment slip by", async () => {
    const all = await Promise.all(Array.from({ length: perAccount + 5 }, () => check("head@candour.test", "wrong")));
    expect(all.filter((one) => !one.ok && one.why === "TOO_MANY")).toHaveLength(5);
  });

  test("refuses an address that tries many accounts, and no other address", async () => {
    await database.asOwner("insert into limits values ($1, $2, $3)", [
      (await addressKey()) as string,
      perAddress,
      Date.now() + 60_000,
    ]);
    expect(await check("lead@candour.test", password)).toMatchObject({ ok: false, why: "TOO_MANY" });
    expect(await check("lead@candour.test", password, { ...origin, address: "192.0.2.8" })).toMatchObject({ ok: true });
  });

  test("enters each refusal until it answers, then the window's first and how many more there were", async () => {
    const before = (await refusals(world.people.head)).length;
    const since = async () =>
      (await refusals(world.people.head))
        .slice(before)
        .map(({ code, after }) => [code, (after as { attempts: number }).attempts]);
    await fail(perAccount + 4);
    const wrong = Array.from({ length: perAccount }, () => ["WRONG_PASSWORD", 1]);
    expect(await since()).toEqual([...wrong, ["TOO_MANY", 1]]);
    await endWindow();
    await enterThrottled();
    expect(await since()).toEqual([...wrong, ["TOO_MANY", 1], ["TOO_MANY", 3]]);
    expect(await database.asOwner("select * from limits")).toEqual([]);
    expect(await check("head@candour.test", password)).toMatchObject({ ok: true });
  });

  async function addressKey() {
    await check("somebody@candour.test", "wrong");
    const [row] = await database.asOwner("delete from limits where key like 'address:%' returning key");
    await database.asOwner("delete from limits");
    return row?.key;
  }
});
