import { readdirSync, readFileSync } from "node:fs";
import { unstable_doesMiddlewareMatch as doesMatch } from "next/experimental/testing/server.js";
import { expect, test } from "vitest";
import { config } from "../proxy.ts";

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
      /\b(requirePermission|may)\((?:actor, )?("[a-z._]+")|\b(requireActor|currentActor|isSameOrigin|requirePast)\(/g,
    ),
  ];
  const isProxied = doesMatch({ config, url: `https://candour.example.gov.uk${addressOf(file)}` });
  return [isProxied && "proxy", ...asked.map(([, gate, verb, alone]) => (alone ? alone : `${gate} ${verb}`))]
    .filter(Boolean)
    .join(", ");
}

test("every route passes these guards", () => {
  expect(Object.fromEntries(routes.toSorted().map((file) => [addressOf(file), guardsOf(file)]))).toMatchInlineSnapshot(`
      {
        "/": "proxy, requireActor",
        "/account": "proxy, requireActor",
        "/account/second-factor": "proxy, requireActor",
        "/admin/first-steps": "proxy, requirePermission "scorecard.make"",
        "/admin/imports": "proxy, requirePermission "import.read"",
        "/admin/imports/id": "proxy, currentActor, may "import.read", requirePermission "import.read"",
        "/admin/people": "proxy, requirePermission "person.list"",
        "/admin/people/invite": "proxy, requirePermission "person.invite"",
        "/admin/people/person": "proxy, currentActor, may "person.list", requirePermission "person.list"",
        "/admin/people/sign-in-rules": "proxy, requirePermission "sign_in_rule.make"",
        "/admin/people/teams": "proxy, requirePermission "team.add"",
        "/admin/scorecards": "proxy, requirePermission "scorecard.make"",
        "/admin/settings": "proxy, requirePermission "organisation.rename"",
        "/admin/words-for-grades": "proxy, requirePermission "label_set.make"",
        "/api/auth/nextauth": "proxy",
        "/api/health": "proxy",
        "/api/health/ready": "proxy",
        "/api/history/position": "proxy, currentActor, may "history.read", may "redaction.propose"",
        "/api/imports": "isSameOrigin, currentActor, may "import.read"",
        "/approvals": "proxy, requirePermission "comment.approve"",
        "/approvals/together": "proxy, requirePermission "comment.approve"",
        "/deputies": "proxy, requirePermission "deputy.list"",
        "/files": "proxy, requirePermission "scorecard.export"",
        "/files/file": "proxy, requirePermission "scorecard.export"",
        "/history": "proxy, requirePermission "history.read", may "past.read", may "redaction.list"",
        "/history/as-of": "proxy, requirePermission "past.read"",
        "/history/export.csv": "proxy, requirePermission "history.export"",
        "/history/export.zip": "proxy, requirePermission "history.export"",
        "/history/integrity": "proxy, requirePermission "past.read"",
        "/history/position": "proxy, requirePermission "history.read", may "redaction.propose", may "past.read"",
        "/history/position/proof": "proxy, requirePermission "past.read"",
        "/history/position/redact": "proxy, requirePermission "redaction.propose"",
        "/history/position/story": "proxy, requirePermission "history.read"",
        "/history/redactions": "proxy, requirePermission "redaction.list"",
        "/history/redactions/past-keeping": "proxy, requirePermission "redaction.list"",
        "/history/redactions/redaction": "proxy, requirePermission "redaction.list"",
        "/history/views": "proxy, requirePermission "view.save"",
        "/invitation/token": "proxy",
        "/months": "proxy, requirePermission "month.open"",
        "/months/scorecard/month": "proxy, requirePermission "month.open"",
        "/months/scorecard/month/publish": "proxy, requirePermission "month.publish"",
        "/months/working-days": "proxy, requirePermission "month_rule.set"",
        "/new-password": "proxy",
        "/new-password/token": "proxy",
        "/notices": "proxy, requireActor",
        "/returns": "proxy, requirePermission "actual.record"",
        "/returns/month": "proxy, requirePermission "actual.record"",
        "/returns/month/paste": "proxy, requirePermission "actual.paste"",
        "/returns/month/scorecard/team": "proxy, requirePermission "return.read", requirePast",
        "/returns/reopenings": "proxy, requirePermission "reopening.list"",
        "/scorecards": "proxy, requirePermission "scorecard.read"",
        "/scorecards/scorecard": "proxy, requirePast, currentActor, requirePermission "scorecard.read", may "theme.add"",
        "/scorecards/scorecard/add-indicator": "proxy, requirePermission "indicator.add"",
        "/scorecards/scorecard/dictionary": "proxy, requirePermission "scorecard.read", requirePast, may "indicator.add"",
        "/scorecards/scorecard/editions": "proxy, requirePermission "scorecard.read", may "past.read", may "scorecard.export"",
        "/scorecards/scorecard/editions/month": "proxy, requirePermission "scorecard.read"",
        "/scorecards/scorecard/export.csv": "proxy, requirePermission "scorecard.export", requirePast",
        "/scorecards/scorecard/export.xlsx": "proxy, requirePermission "scorecard.export", requirePast",
        "/scorecards/scorecard/indicators/ref": "proxy, requirePermission "scorecard.read", requirePast, may "history.read", may "history.read", may "indicator.define"",
        "/scorecards/scorecard/indicators/ref/chart.svg": "proxy, requirePermission "scorecard.read", requirePast",
        "/scorecards/scorecard/indicators/ref/comments/month": "proxy, requirePermission "scorecard.read", requirePast, may "history.read"",
        "/scorecards/scorecard/indicators/ref/definition": "proxy, requirePermission "indicator.define"",
        "/scorecards/scorecard/indicators/ref/definition/milestones": "proxy, requirePermission "milestones.set"",
        "/scorecards/scorecard/indicators/ref/restatements/month": "proxy, requirePermission "scorecard.read", requirePast",
        "/scorecards/scorecard/indicators/ref/story/month": "proxy, requirePermission "history.read"",
        "/scorecards/scorecard/pack": "proxy, requirePermission "scorecard.export", requirePast",
        "/scorecards/scorecard/pictures": "proxy, requirePast, currentActor, requirePermission "scorecard.read"",
        "/scorecards/scorecard/several": "proxy, requirePermission "indicator.define"",
        "/scorecards/scorecard/structure": "proxy, requirePermission "scorecard.read", requirePast, may "theme.add", may "indicator.define"",
        "/scorecards/scorecard/themes/theme": "proxy, requirePast, currentActor, requirePermission "scorecard.read"",
        "/scorecards/scorecard/words-for-grades": "proxy, requirePermission "label_set.choose"",
        "/sign-in": "proxy, currentActor",
        "/sign-in/code": "proxy",
        "/sign-in/with/openid": "proxy",
        "/sign-in/with/openid/callback": "proxy",
      }
    `);
});
