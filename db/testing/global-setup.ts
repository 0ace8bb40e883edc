import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "#db/embedded";
import { dropDatabase, makeTemplate } from "#db/testing/server";

declare module "vitest" {
  interface ProvidedContext {
    adminUrl: string;
    template: string;
  }
}

/** One PostgreSQL for the run (`CANDOUR_TEST_DATABASE_URL`, or an embedded one) with one migrated template. */
export default async function setUp(project: TestProject) {
  const { adminUrl, stop } = await findServer();
  const template = await makeTemplate(adminUrl);
  project.provide("adminUrl", adminUrl);
  project.provide("template", template);
  return async () => {
    await dropDatabase(adminUrl, template);
    stop();
  };
}

async function findServer(): Promise<{ adminUrl: string; stop: () => void }> {
  const adminUrl = process.env.CANDOUR_TEST_DATABASE_URL;
  if (adminUrl) return { adminUrl, stop: () => undefined };
  const folder = mkdtempSync(join(tmpdir(), "candour-test-"));
  const { superuserUrl, stop } = await startEmbedded(folder, { durable: false });
  return {
    adminUrl: superuserUrl,
    stop: () => {
      stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
