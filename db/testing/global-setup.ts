import type { TestProject } from "vitest/node";
import { dropDatabase, makeTemplate } from "#db/testing/server";

declare module "vitest" {
  interface ProvidedContext {
    adminUrl: string;
    template: string;
  }
}

/** One PostgreSQL for the run (`CANDOUR_TEST_DATABASE_URL`, or an embedded one) with one migrated template. */
export default async function setUp(project: TestProject) {
  const adminUrl = process.env.CANDOUR_TEST_DATABASE_URL;
  if (!adminUrl) throw new Error("CANDOUR_TEST_DATABASE_URL is not set.");
  const template = await makeTemplate(adminUrl);
  project.provide("adminUrl", adminUrl);
  project.provide("template", template);
  return () => dropDatabase(adminUrl, template);
}
