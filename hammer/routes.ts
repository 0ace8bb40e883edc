import { readdirSync } from "node:fs";
import type { Place } from "#hammer/place";
import type { Whose } from "#hammer/verbs";
import type { Verb } from "#lib/access/permissions";
import { paths } from "#lib/paths";

export type Route = {
  /** What it asks for; "signed in" for everybody's own, "anybody" for what strangers may see. */
  verb: Verb | "signed in" | "anybody";
  whose: Whose;
  address: (place: Place) => string;
  /** The names that it reads from an address's search. */
  asks?: readonly string[];
  /** It has what is one's own, and what is asked for is nobody's: who is let in is told that there is none. */
  isNobodys?: true;
};

const filters = [
  "scorecard",
  "indicator",
  "person",
  "verb",
  "month",
  "from",
  "to",
  "outcome",
  "theme",
  "team",
  "request",
  "import",
  "action",
  "address",
  "words",
  "afterEdition",
  "toEdition",
  "before",
  "after",
];

/** Every page and route by its folder in app/. A new one is tried once it stands here, and until then a test fails. */
export const routes: Record<string, Route> = {
  "/": { verb: "page.open", whose: "self", address: () => paths.home() },
  "/account": { verb: "signed in", whose: "self", address: () => paths.account(), asks: ["done", "error"] },
  "/account/second-factor": {
    verb: "signed in",
    whose: "self",
    address: () => paths.secondFactor(),
    asks: ["returnTo"],
  },
  "/admin/first-steps": { verb: "scorecard.make", whose: "self", address: () => paths.firstSteps() },
  "/admin/imports": { verb: "import.read", whose: "self", address: () => paths.imports() },
  "/admin/imports/[id]": {
    verb: "import.read",
    whose: "organisation",
    address: ({ importId }) => paths.import(importId),
    asks: ["said"],
  },
  "/admin/people": { verb: "person.list", whose: "self", address: () => paths.people(), asks: ["ended"] },
  "/admin/people/[person]": {
    verb: "person.list",
    whose: "organisation",
    address: ({ personId }) => paths.person(personId),
    asks: ["done"],
  },
  "/admin/people/invite": { verb: "person.invite", whose: "self", address: () => paths.invitePeople() },
  "/admin/people/sign-in-rules": {
    verb: "sign_in_rule.make",
    whose: "self",
    address: () => paths.signInRules({ address: "somebody@hammer.gov.uk" }),
    asks: ["done", "address"],
  },
  "/admin/people/teams": { verb: "team.add", whose: "self", address: () => paths.teams(), asks: ["done"] },
  "/admin/scorecards": { verb: "scorecard.make", whose: "self", address: () => paths.keptScorecards() },
  "/admin/settings": {
    verb: "organisation.rename",
    whose: "self",
    address: () => paths.settings(),
    asks: ["done"],
  },
  "/admin/words-for-grades": {
    verb: "label_set.make",
    whose: "self",
    address: () => paths.labelSets(),
    asks: ["done"],
  },
  "/api/auth/[...nextauth]": {
    verb: "anybody",
    whose: "self",
    address: () => "/api/auth/signin",
    asks: ["callbackUrl", "error", "why", "done", "csrf"],
  },
  "/api/health": { verb: "anybody", whose: "self", address: () => "/api/health" },
  "/api/health/ready": { verb: "anybody", whose: "self", address: () => paths.ready() },
  "/api/history/[position]": {
    verb: "history.read",
    whose: "team",
    address: ({ position }) => paths.openedEntries(position, {}),
    asks: filters,
  },
  "/api/imports": { verb: "import.read", whose: "self", address: () => paths.uploadImport() },
  "/approvals": {
    verb: "comment.approve",
    whose: "team",
    address: ({ revision }) => paths.approvals({ revision }),
    asks: ["revision", "decided", "page", "month", "team", "scorecard", "later"],
  },
  "/approvals/together": {
    verb: "comment.approve",
    whose: "self",
    address: () => paths.together(),
    asks: ["approved", "page", "month", "team", "scorecard", "later"],
  },
  "/deputies": { verb: "deputy.list", whose: "self", address: () => paths.deputies(), asks: ["done"] },
  "/history": { verb: "history.read", whose: "self", address: () => paths.history(), asks: filters },
  "/history/[position]": { verb: "history.read", whose: "team", address: ({ position }) => paths.entry(position) },
  "/history/[position]/story": {
    verb: "history.read",
    whose: "team",
    address: ({ position }) => paths.storyOfEntry(position),
  },
  "/history/[position]/proof": {
    verb: "past.read",
    whose: "organisation",
    address: ({ position }) => paths.entryProof(position),
  },
  "/history/[position]/redact": {
    verb: "redaction.propose",
    whose: "organisation",
    address: ({ position }) => paths.proposeRedaction(position),
    asks: ["past"],
  },
  "/history/redactions": {
    verb: "redaction.list",
    whose: "self",
    address: () => paths.redactions(),
    asks: ["page"],
  },
  "/history/redactions/past-keeping": {
    verb: "redaction.list",
    whose: "self",
    address: () => paths.pastKeeping(),
    asks: ["after"],
  },
  "/history/redactions/[redaction]": {
    verb: "redaction.list",
    whose: "organisation",
    address: ({ redactionId }) => paths.redaction(redactionId),
    asks: ["done"],
  },
  "/history/views": {
    verb: "view.save",
    whose: "self",
    address: () => paths.savedViews({ outcome: "refused" }),
    asks: [...filters, "done"],
  },
  "/history/as-of": { verb: "past.read", whose: "self", address: () => paths.asOf(), asks: ["at", "cut"] },
  "/history/integrity": { verb: "past.read", whose: "self", address: () => paths.integrity() },
  "/history/export.zip": {
    verb: "history.export",
    whose: "self",
    address: () => paths.historyZip(),
    asks: [...filters, "head", "since"],
  },
  "/history/export.csv": { verb: "history.export", whose: "self", address: () => paths.historyCsv(), asks: filters },
  "/new-password": { verb: "anybody", whose: "self", address: () => paths.askReset(), asks: ["done"] },
  "/new-password/[token]": { verb: "anybody", whose: "self", address: () => paths.followReset("none") },
  "/invitation/[token]": { verb: "anybody", whose: "self", address: () => paths.invitation("none") },
  "/months": {
    verb: "month.open",
    whose: "self",
    address: () => paths.months(),
    asks: ["before", "month", "scorecard"],
  },
  "/months/[scorecard]/[month]": {
    verb: "month.open",
    whose: "organisation",
    address: ({ cell }) => paths.month(cell.slug, cell.month),
    asks: ["done"],
  },
  "/months/[scorecard]/[month]/publish": {
    verb: "month.publish",
    whose: "organisation",
    address: ({ cell }) => paths.publishing(cell.slug, cell.month),
  },
  "/months/working-days": {
    verb: "month_rule.set",
    whose: "self",
    address: () => paths.workingDays(),
    asks: ["done"],
  },
  "/files": { verb: "scorecard.export", whose: "self", address: () => paths.files(), asks: ["done"] },
  "/files/[file]": {
    verb: "scorecard.export",
    whose: "self",
    address: ({ importId }) => paths.file(importId),
    isNobodys: true,
  },
  "/notices": { verb: "signed in", whose: "self", address: () => paths.notices(), asks: ["before"] },
  "/returns": { verb: "actual.record", whose: "self", address: () => paths.returns(), asks: ["before"] },
  "/returns/[month]": {
    verb: "actual.record",
    whose: "self",
    address: ({ cell }) => paths.return(cell.month),
    asks: ["page", "saved", "pasted"],
  },
  "/returns/[month]/[scorecard]/[team]": {
    verb: "return.read",
    whose: "team",
    address: ({ cell }) => paths.teamReturn({ slug: cell.slug, team: "assessment", month: cell.month }),
    asks: ["done", "at", "cut", "edition"],
  },
  "/returns/reopenings": { verb: "reopening.list", whose: "self", address: () => paths.reopenings(), asks: ["page"] },
  "/returns/[month]/paste": {
    verb: "actual.paste",
    whose: "self",
    address: ({ cell }) => paths.paste(cell.month),
  },
  "/scorecards": { verb: "scorecard.read", whose: "self", address: () => paths.scorecards() },
  "/scorecards/[scorecard]": {
    verb: "scorecard.read",
    whose: "organisation",
    address: ({ cell }) => paths.scorecard(cell.slug),
    asks: ["from", "to", "hide", "part", "at", "cut", "edition", "differs"],
  },
  "/scorecards/[scorecard]/add-indicator": {
    verb: "indicator.add",
    whose: "organisation",
    address: ({ cell }) => paths.addIndicator(cell.slug),
  },
  "/scorecards/[scorecard]/dictionary": {
    verb: "scorecard.read",
    whose: "organisation",
    address: ({ cell }) => paths.dictionary(cell.slug),
    asks: ["month", "at", "cut", "edition"],
  },
  "/scorecards/[scorecard]/editions": {
    verb: "scorecard.read",
    whose: "organisation",
    address: ({ cell }) => paths.editions(cell.slug),
    asks: ["over"],
  },
  "/scorecards/[scorecard]/editions/[month]": {
    verb: "scorecard.read",
    whose: "organisation",
    address: ({ cell }) => paths.edition(cell.slug, "2013-11"),
    asks: ["edition"],
  },
  "/scorecards/[scorecard]/export.csv": {
    verb: "scorecard.export",
    whose: "organisation",
    address: ({ cell }) => paths.exportCsv(cell.slug),
    asks: ["from", "to", "at", "cut", "edition", "form"],
  },
  "/scorecards/[scorecard]/export.xlsx": {
    verb: "scorecard.export",
    whose: "organisation",
    address: ({ cell }) => paths.exportXlsx(cell.slug),
    asks: ["from", "to", "at", "cut", "edition"],
  },
  "/scorecards/[scorecard]/indicators/[ref]": {
    verb: "scorecard.read",
    whose: "organisation",
    address: ({ cell }) => paths.indicator(cell.slug, cell.ref),
    asks: ["months", "at", "cut", "edition", "differs"],
  },
  "/scorecards/[scorecard]/indicators/[ref]/chart.svg": {
    verb: "scorecard.read",
    whose: "organisation",
    address: ({ cell }) => paths.chartSvg(cell.slug, cell.ref),
    asks: ["months", "at", "cut", "edition"],
  },
  "/scorecards/[scorecard]/indicators/[ref]/comments/[month]": {
    verb: "scorecard.read",
    whose: "organisation",
    address: ({ cell }) => cell.page,
    asks: ["done", "at", "cut", "edition"],
  },
  "/scorecards/[scorecard]/indicators/[ref]/story/[month]": {
    verb: "history.read",
    whose: "team",
    address: ({ cell }) => paths.story(cell.slug, cell.ref, cell.month),
  },
  "/scorecards/[scorecard]/pack": {
    verb: "scorecard.export",
    whose: "organisation",
    address: ({ cell }) => paths.pack(cell.slug),
    asks: ["from", "to", "at", "cut", "edition", "small"],
  },
  "/scorecards/[scorecard]/workbook": {
    verb: "scorecard.export",
    whose: "organisation",
    address: ({ cell }) => paths.workbook(cell.slug),
    asks: ["from", "to", "at", "cut", "edition", "small"],
  },
  "/scorecards/[scorecard]/pictures": {
    verb: "scorecard.read",
    whose: "organisation",
    address: ({ cell }) => paths.pictures(cell.slug),
    asks: ["theme", "part", "at", "cut", "edition"],
  },
  "/scorecards/[scorecard]/indicators/[ref]/definition": {
    verb: "indicator.define",
    whose: "organisation",
    address: ({ cell }) => paths.definition(cell.slug, cell.ref),
    asks: ["done", "from", "seen", "measure", "unit", "band-1", "team", "withdraw", "version", "last"],
  },
  "/scorecards/[scorecard]/indicators/[ref]/definition/milestones": {
    verb: "milestones.set",
    whose: "organisation",
    address: ({ cell }) => paths.milestones(cell.slug, cell.ref),
    asks: ["from", "seen", "milestone-2014-01"],
  },
  "/scorecards/[scorecard]/indicators/[ref]/restatements/[month]": {
    verb: "scorecard.read",
    whose: "organisation",
    address: ({ cell }) => paths.restatements(cell.slug, cell.ref, cell.month),
    asks: ["done", "at", "cut", "edition"],
  },
  "/scorecards/[scorecard]/structure": {
    verb: "scorecard.read",
    whose: "organisation",
    address: ({ cell }) => paths.structure(cell.slug),
    asks: ["done", "of", "month", "at", "cut", "edition"],
  },
  "/scorecards/[scorecard]/words-for-grades": {
    verb: "label_set.choose",
    whose: "organisation",
    address: ({ cell }) => paths.grading(cell.slug),
    asks: ["done", "labels", "from"],
  },
  "/scorecards/[scorecard]/several": {
    verb: "indicator.define",
    whose: "organisation",
    address: ({ cell }) => paths.several(cell.slug),
    asks: ["done", "from", "part", "seen"],
  },
  "/scorecards/[scorecard]/themes/[theme]": {
    verb: "scorecard.read",
    whose: "organisation",
    address: ({ cell }) => paths.theme(cell.slug, "quality-of-practice"),
    asks: ["month", "part", "at", "cut", "edition", "differs"],
  },
  "/sign-in": {
    verb: "anybody",
    whose: "self",
    address: () => paths.signIn(),
    asks: ["callbackUrl", "error", "why", "done"],
  },
  "/sign-in/code": { verb: "anybody", whose: "self", address: () => paths.signInCode() },
  "/sign-in/with/openid": {
    verb: "anybody",
    whose: "self",
    address: () => paths.beginOpenId(),
    asks: ["callbackUrl", "invitation", "add"],
  },
  "/sign-in/with/openid/callback": {
    verb: "anybody",
    whose: "self",
    address: () => paths.openIdCallback(),
    asks: ["code", "state", "iss", "error", "error_description"],
  },
};

/** The files of the pages and routes there are, by their folder in app/ as it stands in an address. */
export const routeFiles = (): Map<string, string> =>
  new Map(
    readdirSync("app", { recursive: true, encoding: "utf8" })
      .filter((file) => /(^|\/)(page|route)\.tsx?$/.test(file))
      .map((file) => [
        `/${file}`.replace(/\/(page|route)\.tsx?$/, "").replaceAll(/\/\(\w+\)/g, "") || "/",
        `app/${file}`,
      ]),
  );
