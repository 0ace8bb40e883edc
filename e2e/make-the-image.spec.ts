import { execFileSync } from "node:child_process";
import { expect, test } from "@playwright/test";

test("what Dockerfile and compose.yaml say makes a Candour that runs, is healthy and stops", () => {
  const said = execFileSync(process.execPath, ["scripts/image-steps.ts", "--short"], { encoding: "utf8" });
  expect(said).toContain("It was made, ran, was healthy, and stopped.");
});
