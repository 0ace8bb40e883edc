import { tmpdir } from "node:os";
import { join } from "node:path";

/** The demonstration's accounts, by the first part of their addresses. */
export const accounts = [
  "lead.assessment",
  "lead.participation",
  "lead.workforce",
  "head",
  "head.workforce",
  "auditor",
  "officer",
  "reader",
] as const;
export type Account = (typeof accounts)[number];

export const password = "candour-demo";
export const emailOf = (account: Account) => `${account}@candour.test`;

/** Where the signed-in state of an account is kept for the run. */
export const stateOf = (account: Account) =>
  join(process.env.E2E_FOLDER ?? tmpdir(), "candour-states", `${account}.json`);
