import { verify } from "@node-rs/argon2";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { checkPassword } from "#lib/access/check-password";
import { startSession } from "#lib/access/start-session";
import { allowed, enterRefused, forgetOver } from "#lib/access/throttle";
import { countRefusedSince, listRefusedSignIns } from "#lib/people/refused-sign-ins";
import { refuseSignIn } from "#lib/sign-in/refuse-sign-in";
import { givePassword } from "#lib/testing/give-password";
import { makeWorld, type World } from "#lib/testing/world";

vi.mock("@node-rs/argon2", async (original) => {
  const argon2 = await original<typeof import("@node-rs/argon2")>();
  return { ...argon2, verify: vi.fn(argon2.verify) };
});

// Waits are asserted, not waited for.
const waits: number[] = [];
vi.mock("node:timers/promises", () => ({ setTimeout: async (ms: number) => void waits.push(ms) }));

const database = useDatabase();
const password = "a horse and a battery";
const origin = { address: "192.0.2.7", agent: "test" };
let world: World;

beforeAll(async () => {
  world = await makeWorld(database);
  for (const who of ["lead", "head", "auditor"]) await givePassword(database.ownerUrl, `${who}@candour.test`, password);
  await givePassword(database.ownerUrl, "otherlead@candour.test", "a password of another lead");
});

beforeEach(async () => {
  await database.asOwner("delete from limits");
  waits.length = 0;
});

const check = (email: string, typed: string, from = origin, browser: string | null = null) =>
  checkPassword({ email, password: typed }, from, () => browser);

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
    expect(await refusals(null)).toHaveLength(1);
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

test("the right one says how many were refused since the sign-in before, in the present window too", async () => {
  await startSession(world.people.otherLead, origin);
  await database.asOwner("delete from limits");
  for (let n = 0; n < 4; n++) await signIn("otherlead@candour.test", "wrong");
  expect(await check("otherlead@candour.test", "a password of another lead")).toMatchObject({ ok: true });
  await startSession(world.people.otherLead, origin);
  expect(await countRefusedSince(world.people.otherLead)).toMatchObject({ attempts: 4 });
  const actor = { ...world.actors.otherLead };
  expect((await listRefusedSignIns(actor)).map(({ attempts, code }) => [code, attempts])).toEqual([
    ["WRONG_PASSWORD", 3],
    ["WRONG_PASSWORD", 1],
  ]);
  await startSession(world.people.otherLead, origin);
  expect(await countRefusedSince(world.people.otherLead)).toMatchObject({ attempts: 0 });
  expect(await listRefusedSignIns(world.actors.secondLead)).toEqual([]);
});

describe("the throttle", () => {
  const head = "head@candour.test";
  const from = (address: string) => ({ ...origin, address });
  const fail = async (times: number, where = origin, email = head) => {
    for (let n = 0; n < times; n++) await signIn(email, "wrong", where);
  };
  /** Many wrong guesses, without the work of hashing each. */
  const guessing = async (work: () => Promise<void>) => {
    const real = vi.mocked(verify).getMockImplementation();
    vi.mocked(verify).mockResolvedValue(false);
    await work().finally(() => vi.mocked(verify).mockImplementation(real!));
  };
  const signedInFrom = (address: string) => startSession(world.people.head, from(address));

  test("lets each try on an account from one network wait longer, then refuses, and says until when", async () => {
    await fail(allowed.pair.most);
    expect(waits).toEqual([0, 250, 500, 1000, 2000, 4000, 8000, 8000, 8000, 8000]);
    const checked = await check(head, password);
    expect(checked).toMatchObject({ ok: false, why: "TOO_MANY", personId: world.people.head });
    const wait = +(checked as { until: Date }).until - Date.now();
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(allowed.pair.seconds * 1000);
    expect(await check("lead@candour.test", password)).toMatchObject({ ok: true });
  });

  test("lets who signs in from a network wait there for what others tried, and never refuses them", async () => {
    await signedInFrom("192.0.2.60");
    await guessing(async () => {
      for (let n = 0; n < allowed.delayedDay.most - 1; n++) await check(head, "wrong", from("192.0.2.60"));
    });
    expect(Math.max(...waits)).toBe(8000);
    expect(await check(head, password, from("192.0.2.60"))).toMatchObject({ ok: true });
    expect(await check(head, password, from("192.0.2.60"))).toMatchObject({ ok: true });
    expect(waits.at(-1)).toBe(0);
  });

  test("lets a browser of theirs in where others have used up the day of its network", async () => {
    await signedInFrom("192.0.2.61");
    await guessing(async () => {
      for (let n = 0; n < allowed.delayedDay.most; n++) await check(head, "wrong", from("192.0.2.61"));
    });
    expect(await check(head, password, from("192.0.2.61"))).toMatchObject({ why: "TOO_MANY" });
    expect(await check(head, password, from("192.0.2.61"), "at the desk")).toMatchObject({ ok: true });
    expect(await check(head, password, from("192.0.2.62"), "at the desk")).toMatchObject({ ok: true });
  });

  test("refuses a browser after ten tries, but not from a network that the person signs in from", async () => {
    await signedInFrom("192.0.2.63");
    for (let n = 0; n < allowed.pair.most; n++) await check(head, "wrong", from("192.0.2.64"), "shared");
    expect(await check(head, password, from("192.0.2.64"), "shared")).toMatchObject({ why: "TOO_MANY" });
    expect(await check(head, password, from("192.0.2.63"), "shared")).toMatchObject({ ok: true });
  });

  test("keeps nobody out for what was tried from elsewhere", async () => {
    await fail(allowed.pair.most + 5);
    expect(await check(head, password, from("198.51.100.1"))).toMatchObject({ ok: true });
  });

  test("treats an account that does not exist the same", async () => {
    await fail(allowed.pair.most, origin, "nobody@candour.test");
    expect(await check("nobody@candour.test", "wrong")).toMatchObject({ ok: false, why: "TOO_MANY" });
  });

  test("begins anew after the right password", async () => {
    await fail(allowed.pair.most - 1);
    expect(await check(head, password)).toMatchObject({ ok: true });
    await fail(allowed.pair.most - 1);
    expect(await check(head, password)).toMatchObject({ ok: true });
  });

  test("lets no tries at the same moment slip by", async () => {
    const all = await Promise.all(Array.from({ length: allowed.pair.most + 5 }, () => check(head, "wrong")));
    expect(all.filter((one) => !one.ok && one.why === "TOO_MANY")).toHaveLength(5);
  });

  test("counts an IPv6 address by its /64, and an IPv4 address alike in both spellings", async () => {
    await fail(5, from("2001:db8:1:2::7"));
    await fail(5, from("2001:db8:1:2:ffff:1:2:3"));
    expect(await check(head, password, from("2001:db8:1:2::8"))).toMatchObject({ why: "TOO_MANY" });
    expect(await check(head, password, from("2001:db8:1:3::7"))).toMatchObject({ ok: true });
    await fail(10, from("::ffff:192.0.2.9"));
    expect(await check(head, password, from("192.0.2.9"))).toMatchObject({ why: "TOO_MANY" });
  });

  test("takes what is no address for one of which nobody knows more", async () => {
    await fail(10, from("unknown, or worse'"));
    expect(await check(head, password, { ...origin, address: null as never })).toMatchObject({ why: "TOO_MANY" });
  });

  test("refuses a network that tries many accounts, but not to those who sign in from it", async () => {
    await signedInFrom("192.0.2.40");
    const accounts = Array.from({ length: allowed.network.most }, (_, n) => `person${n}@candour.test`);
    await guessing(async () => {
      for (const account of accounts) await check(account, "wrong", from("192.0.2.40"));
    });
    expect(await check("lead@candour.test", password, from("192.0.2.40"))).toMatchObject({ why: "TOO_MANY" });
    expect(await check("lead@candour.test", password, from("192.0.2.41"))).toMatchObject({ ok: true });
    expect(await check(head, password, from("192.0.2.40"))).toMatchObject({ ok: true });
  });

  test("leaves a guesser at most 200 tries a day at an account, from everywhere together", async () => {
    const known = [1, 2, 3, 4, 5, 6].map((n) => `203.0.113.${n}`);
    for (const address of known) await signedInFrom(address);
    const begun = Date.now();
    vi.useFakeTimers({ toFake: ["Date"] });
    try {
      let guesses = 0;
      await guessing(async () => {
        for (let quarter = 0; quarter < 95; quarter += 5) {
          vi.setSystemTime(begun + quarter * 15 * 60_000);
          for (const address of [...known, ...known.map((_, n) => `198.51.100.${quarter * 2 + n}`)]) {
            for (const browser of quarter % 20 ? [null] : [null, "at the desk", "at home", "stolen"]) {
              for (let tried = 0; tried < 12; tried++) {
                const checked = await check(head, "wrong", from(address), browser);
                if (!checked.ok && checked.why === "TOO_MANY") break;
                guesses++;
              }
            }
          }
        }
      });
      expect(guesses).toBe(200);
      expect(await check(head, password, from("198.51.100.250"))).toMatchObject({ why: "TOO_MANY" });
    } finally {
      vi.useRealTimers();
    }
  }, 60_000);

  test("enters a window's first refusal of each kind, and how many more there were", async () => {
    const before = (await refusals(world.people.head)).length;
    const since = async () =>
      (await refusals(world.people.head))
        .slice(before)
        .map(({ code, after }) => [code, (after as { attempts: number }).attempts]);
    await fail(allowed.pair.most + 4);
    const first = [
      ["WRONG_PASSWORD", 1],
      ["TOO_MANY", 1],
    ];
    expect(await since()).toEqual(first);
    await endWindow();
    await enterRefused();
    await forgetOver();
    expect(new Map((await since()).slice(2) as [string, number][])).toEqual(
      new Map([
        ["TOO_MANY", 3],
        ["WRONG_PASSWORD", 9],
      ]),
    );
    expect(await database.asOwner("select * from limits")).toEqual([]);
    expect(await check(head, password)).toMatchObject({ ok: true });
  });
});
