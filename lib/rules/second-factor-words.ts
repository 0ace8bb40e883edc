import type { Role } from "#db/vocabulary";

const and = new Intl.ListFormat("en-GB");

const plural: Record<Role, string> = {
  "team lead": "team leads",
  "head of service": "heads of service",
  auditor: "auditors",
  "performance officer": "performance officers",
  reader: "readers",
};

/** "auditors and performance officers", or "nobody" */
export const rolesInPlural = (held: readonly Role[] | null): string =>
  held === null || held.length === 0 ? "nobody" : and.format(held.map((role) => plural[role]));

/** What somebody is told who may nothing before they have a second factor, in the database's words. */
export const mustEnrolWords = "Your role needs a second factor first. Set it up under Your account, then do this.";
