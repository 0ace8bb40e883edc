/** The closed lists of PRODUCT.md's words, for the schema, the rules and the screens alike. Nothing here knows a database. */

export const roles = ["team lead", "head of service", "auditor", "performance officer", "reader"] as const;
export type Role = (typeof roles)[number];

/** Roles held for particular teams; the others are held for the whole organisation. */
export const teamRoles = ["team lead", "head of service"] as const satisfies readonly Role[];

/** What a sign-in rule may make of somebody whom nobody invited. */
export const rolesOfRules = ["team lead", "head of service", "reader"] as const satisfies readonly Role[];

/** Who publishes a month over what stands in the way, where it is not any performance officer: another than closed it, or nobody. */
export const publishesOver = ["another officer", "nobody"] as const;
export type PublishesOver = (typeof publishesOver)[number];

export const directions = ["higher", "lower", "within"] as const;
export type Direction = (typeof directions)[number];

export const units = ["percent", "count", "average", "rate per 1,000", "rate per 10,000", "days", "pounds"] as const;
export type Unit = (typeof units)[number];

/** What the figure of a month covers. */
export const coverages = ["the month", "the year to date", "the last twelve months", "as at the month’s end"] as const;
export type Coverage = (typeof coverages)[number];

/** Why there is no figure: x not available, z not applicable, c confidential. */
export const missingSymbols = ["x", "z", "c"] as const;
export type MissingSymbol = (typeof missingSymbols)[number];

export const decisionKinds = ["approved", "returned", "withdrawn"] as const;
export type DecisionKind = (typeof decisionKinds)[number];

/** What made an approval lapse; `earlier`: it had lapsed before lapses were entered. */
export const lapseCauses = ["figure", "bands", "definition", "levels", "earlier"] as const;
export type LapseCause = (typeof lapseCauses)[number];

/** What people are told of. The four that a day brings are of a return: its date is near, or has passed. */
export const noticeKinds = [
  "opened",
  "opened again",
  "figures due",
  "figures overdue",
  "commentary due",
  "commentary overdue",
  "asked",
  "reopened",
  "refused",
  "approved",
  "returned",
  "withdrawn",
  "lapsed",
  "published",
  "deputy named",
  "deputy ended",
  "not sealed",
  "found wrong",
  "password set",
  "restated",
  "second factor reset",
  "came by a rule",
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** In what form a scorecard is taken away. */
export const exportForms = ["XLSX", "CSV", "CSV for a spreadsheet", "PDF"] as const;
export type ExportForm = (typeof exportForms)[number];

/** On what a board pack is printed, across. */
export const papers = ["A4", "A3"] as const;
export type Paper = (typeof papers)[number];

/** Why a file was not made. */
export const notMadeCodes = ["NO_BROWSER", "NOT_ALLOWED", "NOTHING", "TOO_LARGE", "GAVE_UP"] as const;
export type NotMadeCode = (typeof notMadeCodes)[number];

/** What is sent by mail. */
export const mailKinds = ["invitation", "new password", "password set", "heads", "second factor reset"] as const;
export type MailKind = (typeof mailKinds)[number];

/** Why an actual changes after its month was published. */
export const restatementCategories = ["late data", "error", "definition change"] as const;
export type RestatementCategory = (typeof restatementCategories)[number];

export const revisionSources = ["person", "import"] as const;

export const actionKinds = ["person", "system", "migration", "sign-in", "operator"] as const;
export const actionOutcomes = ["done", "refused", "read"] as const;

/** Why something was not done, as the trail and the screens are told. */
export const refusalCodes = [
  "INVALID",
  "NOT_FOUND",
  "WRONG_ROLE",
  "WRONG_SCOPE",
  "WRONG_STATE",
  "MONTH_NOT_OPEN",
  "MONTH_CLOSED",
  "NOT_DUE",
  "OWN_WORDS",
  "CONFLICT",
  "BUSY",
  "UNAVAILABLE",
  "REQUEST_REUSED",
  "SESSION_ENDED",
  "OTHER_PERSON",
  "NO_FACTOR",
  "WRONG_PASSWORD",
  "TOO_MANY",
  "WRONG_CODE",
] as const;

/** Why somebody was not signed in. */
export const signInRefusals = [
  "UNKNOWN_PERSON",
  "WRONG_PASSWORD",
  "DISABLED",
  "TOO_MANY",
  "NOT_LINKED",
  "NO_ROLE",
  "LINKED_OTHERWISE",
  "NOT_BEGUN_HERE",
  "ISSUER_REFUSED",
  "ANSWER_NOT_TRUSTED",
  "ISSUER_UNREACHABLE",
  "WRONG_CODE",
  "USED_CODE",
  "UNREADABLE_FACTOR",
  "NO_CODE",
  "EMAIL_NOT_VERIFIED",
  "GROUPS_NOT_TOLD",
  "KNOWN_ALREADY",
  "TWO_ORGANISATIONS",
] as const;

/** By what somebody showed who they are when their session began: a code and a recovery code beside their password; a command, that it runs on the server. */
export const sessionMethods = ["password", "openid", "code", "recovery code", "command"] as const;
export type SessionMethod = (typeof sessionMethods)[number];

export const entryOperations = ["created", "changed", "refused", "read"] as const;
export type EntryOperation = (typeof entryOperations)[number];

export const gradeShapes = ["circle", "square", "triangle", "octagon", "diamond", "shield"] as const;
export type GradeShape = (typeof gradeShapes)[number];

/** The colours that grades are shown in; app/globals.css has them, light and dark. */
export const gradeTones = ["pine", "leaf", "ochre", "brick", "lake", "plum"] as const;
export type GradeTone = (typeof gradeTones)[number];

/** The mark of an error that means the database could not be asked, by which a page knows it. */
export const unavailableDigest = "DATABASE_UNAVAILABLE";

/** A calendar month, "2013-12", which as text sorts in time order; stored as the date of its first day. */
export type Month = `${number}-${number}`;

/** A verification of the trail; or that a head was not signed, and why. */
export const verificationKinds = ["verified", "not sealed"] as const;
