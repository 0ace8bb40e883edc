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
