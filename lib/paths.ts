import { fixedPaths } from "#lib/paths/fixed-paths";

type Query = Record<string, string | readonly string[] | number | null | undefined>;

/** The months a scorecard shows, the columns hidden from it, and which part of a large one. */
export type SheetAddress = {
  from?: string;
  to?: string;
  hide?: readonly string[];
  part?: number;
} & PastAddress;

/** The months of a file, and whether it is asked for as readers see it. */
type Taken = SheetAddress & { small?: "hidden" };

/** As of which cut or which edition ("2013-12.1"), if not as things are, and whether with what differs from now. */
export type PastAddress = { cut?: number | null; edition?: string; differs?: "now" };

function withQuery(path: string, query: Query): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    const text = Array.isArray(value) ? value.join(",") : value == null ? "" : String(value);
    if (text !== "") search.set(name, text);
  }
  const string = search.toString().replaceAll("%2C", ",");
  return string ? `${path}?${string}` : path;
}

/** Which comments of the queue: of a month, a team or a scorecard; and which were put off. */
type QueuePart = { month?: string; team?: string; scorecard?: string; later?: readonly string[] };

/** What was just done to a month, and to what its dates are proposed by. */
export type MonthDone = "opened" | "rescheduled" | "closed" | "reopened" | "published";
/** What was just done to a team's return. */
export type ReturnDone = "submitted" | "asked" | "taken back" | "refused" | "reopened";
export type WorkingDaysDone = "rule" | "added" | "withdrawn";

/** What was just done about a person. */
export type PersonDone =
  | "granted"
  | "granted to come"
  | "revoked"
  | "revoked to come"
  | "not granted"
  | "handed over"
  | "withdrawn"
  | "reset"
  | "disabled"
  | "enabled";
/** What of the organisation's settings was just set. */
export type SettingsDone =
  | "renamed"
  | "time zone"
  | "sessions"
  | "publishing"
  | "comments"
  | "retention"
  | "second factor";
/** What was just done about a redaction. */
export type RedactionDone = "proposed" | "withdrawn" | "refused" | "confirmed";
/** What was just done about a deputy. */
export type DeputyDone = "named" | "ended";
/** What was just done about a file: it was asked for, it was cancelled or deleted, or there was nothing left to cancel or delete. */
export type FileDone = "asked" | "cancelled" | "over" | "deleted" | "gone";
/** What was just done to a team. */
export type TeamDone = "added" | "renamed";
/** What was just done to a sign-in rule. */
export type SignInRuleDone = "made" | "ended" | "ended before";

/** What was just done to what an indicator is, or to its milestones. */
export type DefinitionDone = "added" | "ended" | "changed" | "withdrawn" | "milestones";

/** What was just done to a scorecard or its structure. */
export type StructureDone =
  | "made"
  | "copied"
  | "renamed"
  | "ended"
  | "theme added"
  | "theme renamed"
  | "theme ended"
  | "section added"
  | "section renamed"
  | "section ended"
  | "moved"
  | "merged";

const scorecardPath = (slug: string) => `/scorecards/${encodeURIComponent(slug)}`;
const indicatorPath = (slug: string, ref: string) => `${scorecardPath(slug)}/indicators/${encodeURIComponent(ref)}`;

/** Every address of the product, one function each: nothing else spells a URL. */
export const paths = {
  ...fixedPaths,
  scorecard: (slug: string, view: SheetAddress = {}) => withQuery(scorecardPath(slug), { ...view }),
  /** As CSV; for a spreadsheet, in the form in which one makes no dates of what is none. */
  exportCsv: (slug: string, { from, to, cut, edition, form, small }: Taken & { form?: "spreadsheet" } = {}) =>
    withQuery(`${scorecardPath(slug)}/export.csv`, { from, to, cut, edition, form, small }),
  exportXlsx: (slug: string, { from, to, cut, edition, small }: Taken = {}) =>
    withQuery(`${scorecardPath(slug)}/export.xlsx`, { from, to, cut, edition, small }),
  /** Where a board pack of these months is asked for. */
  pack: (slug: string, { from, to, cut, edition, small }: Taken = {}) =>
    withQuery(`${scorecardPath(slug)}/pack`, { from, to, cut, edition, small }),
  /** Where a workbook or text of these months is asked for, to be made and kept. */
  workbook: (slug: string, { from, to, cut, edition, small }: Taken = {}) =>
    withQuery(`${scorecardPath(slug)}/workbook`, { from, to, cut, edition, small }),
  /** What a person had made, with what was just done. */
  files: (view: { done?: FileDone } = {}) => withQuery("/files", view),
  file: (id: string) => `/files/${id}`,
  /** What every indicator is in a month. */
  dictionary: (slug: string, view: { month?: string | null } & PastAddress = {}) =>
    withQuery(`${scorecardPath(slug)}/dictionary`, view),
  /** Every edition, or those published over what stood in the way. */
  editions: (slug: string, { over }: { over?: "blockers" } = {}) =>
    withQuery(`${scorecardPath(slug)}/editions`, { over }),
  /** What was published of a month: its newest edition, or one by its number. */
  edition: (slug: string, month: string, { edition }: { edition?: number } = {}) =>
    withQuery(`${scorecardPath(slug)}/editions/${month}`, { edition }),
  /** A scorecard, or one theme of it, in pictures. */
  pictures: (slug: string, view: { theme?: string | undefined; part?: number } & PastAddress = {}) =>
    withQuery(`${scorecardPath(slug)}/pictures`, view),
  theme: (slug: string, theme: string, view: { month?: string; part?: number } & PastAddress = {}) =>
    withQuery(`${scorecardPath(slug)}/themes/${encodeURIComponent(theme)}`, view),
  indicator: (slug: string, ref: string, view: { months?: "all" } & PastAddress = {}) =>
    withQuery(indicatorPath(slug, ref), view),
  /** Its themes, sections and indicators in their order in a month, and the forms of one of them. */
  structure: (
    slug: string,
    view: { done?: StructureDone; of?: string | undefined; month?: string | null | undefined } & PastAddress = {},
  ) => withQuery(`${scorecardPath(slug)}/structure`, view),
  /** Where an officer makes scorecards and finds all, ended ones too. */
  keptScorecards: () => "/admin/scorecards",
  /** Every set of words for grades, and where another is made. */
  labelSets: (view: { done?: "made" } = {}) => withQuery("/admin/words-for-grades", view),
  /** By which words a scorecard grades from which month on, what others would change, or what was just done. */
  grading: (slug: string, view: Query & { done?: "chosen" } = {}) =>
    withQuery(`${scorecardPath(slug)}/words-for-grades`, view),
  /** Team, due rule and precision of many indicators in a month, what a change of them would do, or what was just done. */
  several: (slug: string, view: Query & { done?: "changed" } = {}) => withQuery(`${scorecardPath(slug)}/several`, view),
  /** What a council that begins does until its first month is open. */
  firstSteps: () => "/admin/first-steps",
  addIndicator: (slug: string) => `${scorecardPath(slug)}/add-indicator`,
  /** What an indicator is from a month on, what a change would do, or what was just done. */
  definition: (slug: string, ref: string, view: Query & { done?: DefinitionDone } = {}) =>
    withQuery(`${indicatorPath(slug, ref)}/definition`, view),
  milestones: (slug: string, ref: string, view: Query = {}) =>
    withQuery(`${indicatorPath(slug, ref)}/definition/milestones`, view),
  /** The chart of its page, as a file. */
  chartSvg: (slug: string, ref: string, view: { months?: "all" } & PastAddress = {}) =>
    withQuery(`${indicatorPath(slug, ref)}/chart.svg`, view),
  comment: (
    slug: string,
    ref: string,
    month: string,
    view: { done?: "drafted" | "submitted" | "withdrawn"; from?: "returns" | undefined } & PastAddress = {},
  ) => withQuery(`${indicatorPath(slug, ref)}/comments/${month}`, view),
  /** All that happened to a cell, for whoever reads the history of it. */
  story: (slug: string, ref: string, month: string) => `${indicatorPath(slug, ref)}/story/${month}`,
  /** The same from the indicator's own page, which links to a great many. */
  storyFromIndicator: (ref: string, month: string) => `${encodeURIComponent(ref)}/story/${month}`,
  /** To the same from an entry about the cell. */
  storyOfEntry: (position: number) => `/history/${position}/story`,
  /** What of a cell was restated after it was published, and where it is. */
  restatements: (slug: string, ref: string, month: string, view: { done?: "restated" } & PastAddress = {}) =>
    withQuery(`${indicatorPath(slug, ref)}/restatements/${month}`, view),
  returns: ({ before }: { before?: string } = {}) => withQuery(fixedPaths.returns(), { before }),
  /** `pasted` is the action that recorded a block of figures; `again`: it had, when the block was sent with other choices. */
  return: (
    month: string,
    { page = 1, saved, pasted, again }: { page?: number; saved?: number; pasted?: string; again?: number } = {},
  ) => withQuery(`/returns/${month}`, { page: page > 1 ? page : null, saved, pasted, again }),
  teamReturn: (
    { slug, team, month }: { slug: string; team: string; month: string },
    view: { done?: ReturnDone } & PastAddress = {},
  ) => withQuery(`/returns/${month}/${encodeURIComponent(slug)}/${encodeURIComponent(team)}`, view),
  reopenings: ({ page = 1 }: { page?: number } = {}) =>
    withQuery("/returns/reopenings", { page: page > 1 ? page : null }),
  paste: (month: string) => `/returns/${month}/paste`,
  months: ({ before }: { before?: string } = {}) => withQuery(fixedPaths.months(), { before }),
  month: (slug: string, month: string, { done }: { done?: MonthDone } = {}) =>
    withQuery(`/months/${encodeURIComponent(slug)}/${month}`, { done }),
  /** Where a month is looked at once more before it is published. */
  publishing: (slug: string, month: string) => `/months/${encodeURIComponent(slug)}/${month}/publish`,
  workingDays: ({ done }: { done?: WorkingDaysDone } = {}) => withQuery("/months/working-days", { done }),
  /** A part of the queue, the comment looked at in it, or what was just done to one. */
  approvals: ({
    revision,
    decided,
    page = 1,
    ...queue
  }: { revision?: string; decided?: string; page?: number } & QueuePart = {}) =>
    withQuery(fixedPaths.approvals(), { revision, decided, ...queue, page: page > 1 ? page : null }),
  /** All that waits on one page, to read, to print and to approve several; and how many were just approved. */
  together: ({ approved, page = 1, ...queue }: { approved?: number; page?: number } & QueuePart = {}) =>
    withQuery("/approvals/together", { approved, ...queue, page: page > 1 ? page : null }),
  notices: ({ before }: { before?: number } = {}) => withQuery(fixedPaths.notices(), { before }),
  history: (filters: Query = {}) => withQuery(fixedPaths.history(), filters),
  /** The same from a page of the history, which links to a great many. */
  historyFromHistory: (filters: Query) => withQuery("", filters),
  /** Parts of it that somebody saved, and where what is filtered now is saved. */
  savedViews: (asked: Query & { done?: "saved" | "ended" } = {}) => withQuery("/history/views", asked),
  integrity: () => "/history/integrity",
  /** Where a moment is chosen, or why the one typed cannot be. */
  asOf: (typed: { at?: string } & PastAddress = {}) => withQuery("/history/as-of", typed),
  entry: (position: number) => `/history/${position}`,
  /** Where some of an entry's words are proposed to be redacted. */
  proposeRedaction: (position: number, { past }: { past?: "keeping" } = {}) =>
    withQuery(`/history/${position}/redact`, { past }),
  /** Words that are kept for longer than was set, from an entry on. */
  pastKeeping: ({ after }: { after?: number } = {}) => withQuery("/history/redactions/past-keeping", { after }),
  redactions: ({ page = 1 }: { page?: number } = {}) =>
    withQuery("/history/redactions", { page: page > 1 ? page : null }),
  redaction: (id: string, { done }: { done?: RedactionDone } = {}) => withQuery(`/history/redactions/${id}`, { done }),
  /** That it is in the tree of the newest head, as a text. */
  entryProof: (position: number) => `/history/${position}/proof`,
  /** What stands behind a line of the history, for a script. */
  openedEntries: (position: number, filters: Query) => withQuery(`/api/history/${position}`, filters),
  /** With the proof of each line; as of a head that somebody holds, and from one on. */
  historyZip: (asked: Query & { head?: number; since?: number } = {}) => withQuery("/history/export.zip", asked),
  historyCsv: (filters: Query = {}) => withQuery("/history/export.csv", filters),
  import: (id: string, { said }: { said?: "again" | "saved" | "committed" } = {}) =>
    withQuery(`/admin/imports/${id}`, { said }),
  uploadImport: () => "/api/imports",
  people: (done?: { ended: string }) => withQuery(fixedPaths.people(), { ...done }),
  person: (id: string, { done }: { done?: PersonDone } = {}) => withQuery(`/admin/people/${id}`, { done }),
  invitePeople: () => "/admin/people/invite",
  teams: ({ done }: { done?: TeamDone } = {}) => withQuery("/admin/people/teams", { done }),
  /** Who comes in without an invitation, and as what; and what an address would become. */
  signInRules: (view: { done?: SignInRuleDone; address?: string } = {}) =>
    withQuery("/admin/people/sign-in-rules", view),
  settings: ({ done }: { done?: SettingsDone } = {}) => withQuery("/admin/settings", { done }),
  deputies: ({ done }: { done?: DeputyDone } = {}) => withQuery("/deputies", { done }),
  account: (
    done?: "password" | "sessions" | "still-signed-in" | "shown" | "linked" | "unlinked" | "second-factor-removed",
  ) => withQuery(fixedPaths.account(), { done }),
  /** With where somebody goes on to who is led there. */
  secondFactor: (returnTo?: string) => withQuery("/account/second-factor", { returnTo }),
  accountAfter: (error: string) => withQuery(fixedPaths.account(), { error }),
  signIn: (callbackUrl?: string, said: { error?: string; done?: string } = {}) =>
    withQuery("/sign-in", { callbackUrl: callbackUrl === fixedPaths.home() ? null : callbackUrl, ...said }),
  /** next-auth's own routes, which the sign-in page goes through. */
  startSignIn: (callbackUrl: string, said: { error: string; why?: string; done?: string }) =>
    withQuery("/api/auth/signin", { callbackUrl, ...said }),
  sendSignIn: () => "/api/auth/callback/credentials",
  /** Where a code is asked for after the password. */
  signInCode: () => "/sign-in/code",
  signInAfter: (done: "signed-out" | "password-set") => withQuery("/sign-in", { done }),
  askReset: (done?: "asked") => withQuery("/new-password", { done }),
  followReset: (token: string) => `/new-password/${encodeURIComponent(token)}`,
  /** To the issuer by which people sign in: to do that, to accept an invitation, or to add that account to one's own. */
  beginOpenId: (aim: { callbackUrl?: string; invitation?: string; add?: "yes" } = {}) =>
    withQuery("/sign-in/with/openid", {
      ...aim,
      callbackUrl: aim.callbackUrl === fixedPaths.home() ? null : aim.callbackUrl,
    }),
  openIdCallback: () => "/sign-in/with/openid/callback",
  invitation: (token: string) => `/invitation/${encodeURIComponent(token)}`,
};
