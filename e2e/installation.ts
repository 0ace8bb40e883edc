import { join } from "node:path";

const number = Number(process.env.TEST_PARALLEL_INDEX ?? 0);
const { E2E_URLS, E2E_FOLDER, E2E_MAIL_PORTS } = process.env;

/** The installation of Candour that is this worker's own, so that two workers never meet in one database. */
export const installation = {
  // Set by `npm run test:browser`, which starts a fresh demonstration for each worker first.
  /** Where it looks for a mail server: there is one while a test starts it. */
  mailPort: Number(E2E_MAIL_PORTS?.split(" ")[number] ?? 2525),
  url: E2E_URLS?.split(" ")[number] ?? "http://localhost:3000",
  dataFolder: join(E2E_FOLDER ?? "", String(number)),
};
