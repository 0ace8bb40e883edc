import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const routes = readdirSync("app", { recursive: true, encoding: "utf8" }).filter((file) =>
  /(^|\/)(page|route)\.tsx?$/.test(file),
);

/** The address of a route's file, its parameters filled in. */
const addressOf = (file: string) =>
  `/${file}`
    .replace(/\/(page|route)\.tsx?$/, "")
    .replaceAll(/\/\(\w+\)/g, "")
    .replaceAll(/\[(\.\.\.)?(\w+)\]/g, "$2") || "/";

/** What a request for it meets before anything is answered, by the names of the guards in its file. */
function guardsOf(file: string): string {
  const text = readFileSync(`app/${file}`, "utf8");
  const asked = [
    ...text.matchAll(
      /\b(requirePermission|may)\((?:actor, )?("[a-z._]+")|\b(requireActor|currentActor|requirePast)\(/g,
    ),
  ];
  return asked.map(([, gate, verb, alone]) => (alone ? alone : `${gate} ${verb}`)).join(", ");
}

test("every route passes these guards", () => {
  expect(Object.fromEntries(routes.toSorted().map((file) => [addressOf(file), guardsOf(file)]))).toMatchInlineSnapshot(`
    {
      "/": "requireActor",
      "/account": "requireActor, may "scorecard.export"",
      "/account/second-factor": "",
      "/admin/first-steps": "requirePermission "scorecard.make"",
      "/admin/imports": "requirePermission "import.read"",
      "/admin/imports/id": "currentActor, may "import.read", requirePermission "import.read"",
      "/admin/people": "requirePermission "person.list"",
      "/admin/people/invite": "requirePermission "person.invite"",
      "/admin/people/person": "currentActor, may "person.list", requirePermission "person.list"",
      "/admin/people/sign-in-rules": "requirePermission "sign_in_rule.make"",
      "/admin/people/teams": "requirePermission "team.add"",
      "/admin/scorecards": "requirePermission "scorecard.make"",
      "/admin/settings": "requirePermission "organisation.rename"",
      "/admin/words-for-grades": "requirePermission "label_set.make"",
      "/api/auth/nextauth": "",
      "/api/health": "",
      "/api/health/ready": "",
      "/api/history/position": "may "history.read", may "redaction.propose"",
      "/api/imports": "may "import.read"",
      "/approvals": "requirePermission "comment.approve"",
      "/approvals/together": "requirePermission "comment.approve"",
      "/deputies": "requirePermission "deputy.list"",
      "/files": "requirePermission "scorecard.export"",
      "/files/file": "requirePermission "scorecard.export"",
      "/history": "requirePermission "history.read", may "past.read", may "redaction.list"",
      "/history/as-of": "requirePermission "past.read"",
      "/history/export.csv": "requirePermission "history.export"",
      "/history/export.zip": "requirePermission "history.export"",
      "/history/integrity": "requirePermission "past.read"",
      "/history/position": "requirePermission "history.read", may "redaction.propose", may "past.read"",
      "/history/position/proof": "requirePermission "past.read"",
      "/history/position/redact": "requirePermission "redaction.propose"",
      "/history/position/story": "requirePermission "history.read"",
      "/history/redactions": "requirePermission "redaction.list"",
      "/history/redactions/past-keeping": "requirePermission "redaction.list"",
      "/history/redactions/redaction": "requirePermission "redaction.list"",
      "/history/views": "requirePermission "view.save"",
      "/invitation/token": "",
      "/months": "requirePermission "month.open"",
      "/months/scorecard/month": "requirePermission "month.open"",
      "/months/scorecard/month/publish": "requirePermission "month.publish"",
      "/months/working-days": "requirePermission "month_rule.set"",
      "/new-password": "",
      "/new-password/token": "",
      "/notices": "requireActor",
      "/returns": "requirePermission "actual.record"",
      "/returns/month": "requirePermission "actual.record"",
      "/returns/month/paste": "requirePermission "actual.paste"",
      "/returns/month/scorecard/team": "requirePermission "return.read", requirePast",
      "/returns/reopenings": "requirePermission "reopening.list"",
      "/scorecards": "requirePermission "scorecard.read"",
      "/scorecards/scorecard": "requirePast, currentActor, requirePermission "scorecard.read", may "theme.add"",
      "/scorecards/scorecard/add-indicator": "requirePermission "indicator.add"",
      "/scorecards/scorecard/dictionary": "requirePermission "scorecard.read", requirePast, may "indicator.add"",
      "/scorecards/scorecard/editions": "requirePermission "scorecard.read", may "past.read", may "scorecard.export"",
      "/scorecards/scorecard/editions/month": "requirePermission "scorecard.read"",
      "/scorecards/scorecard/export.csv": "requirePermission "scorecard.export", requirePast",
      "/scorecards/scorecard/export.xlsx": "requirePermission "scorecard.export", requirePast",
      "/scorecards/scorecard/indicators/ref": "requirePermission "scorecard.read", requirePast, may "history.read", may "indicator.define", may "history.read"",
      "/scorecards/scorecard/indicators/ref/chart.svg": "requirePermission "scorecard.read", requirePast",
      "/scorecards/scorecard/indicators/ref/comments/month": "requirePermission "scorecard.read", requirePast, may "history.read"",
      "/scorecards/scorecard/indicators/ref/definition": "requirePermission "indicator.define"",
      "/scorecards/scorecard/indicators/ref/definition/milestones": "requirePermission "milestones.set"",
      "/scorecards/scorecard/indicators/ref/restatements/month": "requirePermission "scorecard.read", requirePast",
      "/scorecards/scorecard/indicators/ref/story/month": "requirePermission "history.read"",
      "/scorecards/scorecard/pack": "requirePermission "scorecard.export"",
      "/scorecards/scorecard/pictures": "requirePast, currentActor, requirePermission "scorecard.read"",
      "/scorecards/scorecard/several": "requirePermission "indicator.define"",
      "/scorecards/scorecard/structure": "requirePermission "scorecard.read", requirePast, may "theme.add", may "indicator.define"",
      "/scorecards/scorecard/themes/theme": "requirePast, currentActor, requirePermission "scorecard.read"",
      "/scorecards/scorecard/words-for-grades": "requirePermission "label_set.choose"",
      "/scorecards/scorecard/workbook": "requirePermission "scorecard.export"",
      "/sign-in": "",
      "/sign-in/code": "",
      "/sign-in/with/openid": "",
      "/sign-in/with/openid/callback": "",
    }
  `);
});
