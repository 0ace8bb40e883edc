import { join } from "node:path";

const number = Number(process.env.TEST_PARALLEL_INDEX ?? 0);
const { E2E_URLS, E2E_FOLDER } = process.env;

/** The installation of Candour that is this worker's own, so that two workers never meet in one database. */
export const installation = {
  // Set by `npm run test:browser`, which starts a fresh demonstration for each worker first.
  url: E2E_URLS?.split(" ")[number] ?? "http://localhost:3000",
  dataFolder: join(E2E_FOLDER ?? "", String(number)),
};
