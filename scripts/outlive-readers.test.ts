import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";

const program = (before: string) => `
  ${before}
  let raised = 0;
  process.on("uncaughtException", () => raised++);
  process.on("message", () => {
    for (let n = 0; n < 20; n++) { process.stdout.write("a line\\n"); process.stderr.write("another\\n"); }
    setTimeout(() => process.send({ raised }, () => process.exit()), 300);
  });`;

/** How many errors are raised where a program goes on writing to a log whose reader has gone. */
async function raisedBy(before: string): Promise<number> {
  const child = spawn(process.execPath, ["--input-type=module", "-e", program(before)], {
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  child.stdout!.destroy();
  child.stderr!.destroy();
  child.send("go");
  const [{ raised }] = (await once(child, "message")) as [{ raised: number }];
  return raised;
}

test("a program outlives whoever read its log, and raises nothing for it", async () => {
  expect(await raisedBy("")).toBeGreaterThan(0);
  expect(await raisedBy('(await import("#scripts/outlive-readers")).outliveReaders();')).toBe(0);
});
