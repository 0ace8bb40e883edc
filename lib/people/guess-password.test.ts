import { describe, expect, test } from "vitest";
import { guessPassword } from "#lib/people/guess-password";

const own = ["lead@candour.test", "lead", "Lea Lead"];
const long = (word: string) => word.repeat(200).slice(0, 200);
const cpuMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

describe("of 200 characters", () => {
  test.each([
    "1",
    "p4$$w0rd",
    "qwertyuiop",
    "1q2w3e4r5t",
    "4@8({[<369&#!1/|0$5+7%2",
    "01012000",
    "1!|l",
    "1999",
    "ab4",
  ])("of %s, a password is looked at in a blink", async (word) => {
    await guessPassword("loads the words first", own);
    const took: number[] = [];
    for (let n = 0; n < 3; n++) {
      const begun = cpuMs();
      await guessPassword(long(word), own);
      took.push(cpuMs() - begun);
    }
    // Some 30 at most; of all 200 characters it were up to 900.
    expect(Math.min(...took)).toBeLessThan(90);
  });

  test.each(["1", "a", "p4$$w0rd", "qwertyuiop", "1999"])("a password of %s is refused in words", async (word) => {
    expect(await guessPassword(long(word), own)).toMatch(/\. Only its first 32 characters count for this\.$/);
  });

  test("a passphrase is taken", async () => {
    expect(await guessPassword(long("the kettle sings of slow rivers "), own)).toBeNull();
  });
});

test("the person's own long address is refused where it goes on beyond what is looked at", async () => {
  const address = "bartholomew.featherstonehaugh@childrens.borough.example";
  const names = [address, ...address.split(/[@.]/), "Bartholomew Featherstonehaugh"];
  for (const typed of [address, `1${address}`, `${address.toUpperCase()}!`]) {
    expect(await guessPassword(typed, names)).toContain("your own name or e-mail address");
  }
});
