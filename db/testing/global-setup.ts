import type { TestProject } from "vitest/node";
import { findServer } from "#db/testing/find-server";
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
