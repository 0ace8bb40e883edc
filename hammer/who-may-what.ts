import type { Answer } from "#bench/ask";
import { act } from "#hammer/actions";
import { answeredByAction, answeredByRoute, faultIn } from "#hammer/answered";
import { type Asker, signInAnew } from "#hammer/askers";
import { expected } from "#hammer/expected";
import { fetched } from "#hammer/fetched";
import { upload } from "#hammer/imports";
import { makePlace, type Place, secretWords } from "#hammer/place";
import { newReport, type Report } from "#hammer/report";
import { type Route, routes } from "#hammer/routes";
import type { Tools } from "#hammer/tests";
import { verbs, type Way } from "#hammer/verbs";
import type { Verb } from "#lib/access/permissions";

/** All pages, routes and actions, as everybody there is: by the permission table and the files, nobody is let in or kept out wrongly. */
export async function whoMayWhat(tools: Tools): Promise<Report> {
  const report = newReport();
  const place = await makePlace(tools.yard, tools.cells);
  for (const [name, route] of Object.entries(routes)) await tryRoute(tools, report, place, name, route);
  for (const cell of [place.cell, place.drafted]) {
    const page: Route = {
      ...routes["/scorecards/[scorecard]/indicators/[ref]/comments/[month]"]!,
      address: () => cell.page,
    };
    await tryRoute(tools, report, place, cell.page, page);
  }
  for (const [verb, ways] of Object.entries(verbs) as [Verb, readonly Way[]][]) {
    for (const way of ways) await tryWay(tools, report, verb, way);
  }
  return report;
}

async function tryRoute(tools: Tools, report: Report, place: Place, name: string, route: Route): Promise<void> {
  const { yard } = tools;
  const address = yard.url + route.address(place);
  const tryAs = async (asker: Asker) => {
    const answers: Record<string, Answer> =
      name === "/api/imports" ? { sent: await upload(yard, asker.cookie) } : await fetched(address, asker.cookie);
    for (const [way, answer] of Object.entries(answers)) {
      const said = answeredByRoute(answer);
      note(
        report,
        expected(asker, route),
        `${asker.name} at ${name}, ${way}`,
        route.isNobodys && said === "not theirs" ? "let in" : said,
        {
          isOpen: route.verb === "anybody" || way === "foretold",
          fault: faultIn(answer) ?? shownWrongly(asker, answer),
        },
      );
    }
  };
  await Promise.all(peopleOf(tools).map(tryAs));
  if (name === "/api/imports") {
    const { status } = await upload(yard, yard.asker("officer").cookie, { origin: "https://elsewhere.example" });
    note(
      report,
      "wrong role",
      `the officer at ${name} from another site`,
      status === 403 ? "wrong role" : String(status),
    );
  }
}

/** One of each kind where it is to be brief. */
const enough = [
  "nobody",
  "somebody whose session has ended",
  "lead.assessment",
  "lead.workforce",
  "head",
  "officer",
  "reader",
];
const peopleOf = ({ yard, size }: Tools): Asker[] =>
  size.isBrief
    ? yard.askers.filter(({ name }) => enough.includes(name) || /neighbours' (lead|officer)$/.test(name))
    : yard.askers;

const isNeighbour = ({ standing, isLive }: Asker) => isLive && standing === "other organisation";

/** What somebody was shown and may not know of. */
function shownWrongly(asker: Asker, { body }: Answer): string | null {
  const isOurs = !isNeighbour(asker);
  const theirs = isOurs ? /[Nn]eighbouring (?!council)/ : /Demonstration council|Assessment team lead|candour\.test"/;
  if (asker.isLive && theirs.test(body)) return "shows what is another council's";
  const isOfTeam = asker.isLive && asker.standing === "own team";
  const maySee = {
    draft: asker.roles.includes("auditor") || (isOfTeam && asker.roles.includes("team lead")),
    submitted: isOurs && asker.isLive,
  };
  const shown = Object.entries(secretWords).find(
    ([kind, words]) => body.includes(words) && !maySee[kind as keyof typeof maySee],
  );
  return shown ? `shows words that are ${shown[0]}` : null;
}

async function tryWay(tools: Tools, report: Report, verb: Verb, way: Way): Promise<void> {
  const { yard, cells } = tools;
  const { whose, answered = "let in" } = way;
  const doneSoFar = async () =>
    Number(
      (await yard.query("select count(*) as n from audit.action where verb = $1 and outcome = 'done'", [verb]))[0]?.n,
    );
  let doing = await way.make(yard, cells);
  const askers = peopleOf(tools).toSorted((a, b) => rank(a, verb, whose) - rank(b, verb, whose));
  for (const asker of askers) {
    const wanted = expected(asker, { verb, whose });
    if (wanted === "let in") doing = await way.make(yard, cells);
    const name = `${asker.name}, ${verb} by ${doing.action}`;
    const before = await doneSoFar();
    const foreign = await act(yard, asker.cookie, doing, "https://elsewhere.example");
    note(
      report,
      "wrong role",
      `${name} from another site`,
      foreign.status === 403 ? "wrong role" : String(foreign.status),
    );
    const answer = await act(yard, asker.cookie, doing);
    const hasDone = (await doneSoFar()) - before;
    const said = answeredByAction(answer);
    const shouldHaveDone = wanted === "let in" && answered === "let in" ? 1 : 0;
    if (hasDone !== shouldHaveDone) report.unexpected.push(`${name}: done ${hasDone} times, not ${shouldHaveDone}`);
    // Who is signed out and signs out is signed out: nothing is done, and that is said by leading on.
    const isNothing = doing.action === "endSessionAction" && wanted === "signed out";
    const wish = wanted === "let in" ? answered : wanted;
    note(report, wanted, name, isNothing ? "signed out" : said === wish ? wanted : said, { fault: faultIn(answer) });
    if (asker.isLive && whose === "self") await renew(yard, asker);
  }
}

/** Those who may come last: until then the thing stands as it was made. */
const rank = (asker: Asker, verb: Verb, whose: Way["whose"]) => (expected(asker, { verb, whose }) === "let in" ? 1 : 0);

async function renew(yard: Tools["yard"], asker: Asker): Promise<void> {
  asker.cookie = await yard.cookieFor((await signInAnew(String(asker.personId))).token);
}

function note(
  report: Report,
  wanted: string,
  what: string,
  said: string,
  { isOpen = false, fault = null }: { isOpen?: boolean; fault?: string | null } = {},
): void {
  report.tried++;
  if (wanted !== "let in" && said === wanted) report.refused++;
  if (fault) report.unexpected.push(`${what}: ${fault}`);
  else if (said !== wanted && !isOpen) report.unexpected.push(`${what}: ${said}, not ${wanted}`);
}
