import { database } from "#db/client";
import { asReaderOf, type PersonActor } from "#lib/access/actor";
import { getPaste } from "#lib/actuals/pasted-rows";
import { findEdition, findEditionBefore } from "#lib/audit/find-edition";
import { findPast } from "#lib/audit/find-past";
import { findScorecardName } from "#lib/audit/find-scorecard-name";
import { presentCut } from "#lib/audit/present-cut";
import { findView, getApprovalDetail, getApprovals } from "#lib/commentary/reading/get-approvals";
import { getCommentPage } from "#lib/commentary/reading/get-comment-page";
import { getTogether } from "#lib/commentary/reading/get-together";
import { listGivenBack } from "#lib/commentary/reading/list-given-back";
import { getAdding } from "#lib/definitions/get-adding";
import { getDefinitionPage } from "#lib/definitions/get-definition-page";
import { getDictionary } from "#lib/definitions/get-dictionary";
import { getMilestones } from "#lib/definitions/get-milestones";
import type { IndicatorRead } from "#lib/definitions/read-indicator";
import { listFiles } from "#lib/files/list-files";
import { countEntries } from "#lib/history/count-entries";
import { getIntegrity } from "#lib/history/get-integrity";
import { historyCsv } from "#lib/history/history-csv";
import type { HistoryFilters } from "#lib/history/inputs";
import { listHistoryChoices } from "#lib/history/list-choices";
import { listCuts } from "#lib/history/list-cuts";
import { listEntries } from "#lib/history/list-entries";
import { getEntry, listOpened } from "#lib/history/opened-entries";
import { findSeal } from "#lib/history/sealed/find-seal";
import { allLeaves, filteredLeaves } from "#lib/history/sealed/sealed-leaves";
import { getStory } from "#lib/history/story/get-story";
import { newestPosition } from "#lib/history/stream-entries";
import { listViews } from "#lib/history/views/list-views";
import { getImport, listImports, listTeamNames } from "#lib/imports/queries";
import { getMailStanding } from "#lib/mail/get-mail-standing";
import { getFirstSteps } from "#lib/months/get-first-steps";
import { getMonth } from "#lib/months/get-month";
import { getStanding } from "#lib/months/get-standing";
import { listEditions } from "#lib/months/list-editions";
import { listMonths } from "#lib/months/list-months";
import { getWorkingDays } from "#lib/months/working-days";
import { listNotices } from "#lib/notices/list-notices";
import { getInvitation } from "#lib/people/get-invitation";
import { getLeaving } from "#lib/people/get-leaving";
import { getWaysIn } from "#lib/people/get-ways-in";
import { getDeputyChoices, listDeputies } from "#lib/people/list-deputies";
import { listRolesOf } from "#lib/people/list-roles-of";
import { listTeams } from "#lib/people/list-teams";
import { getPerson, listMySessions, listPeople } from "#lib/people/queries";
import { listWithoutSecondFactor } from "#lib/people/second-factor/list-without";
import { listSignInRules } from "#lib/people/sign-in-rules/list-sign-in-rules";
import { findProposed } from "#lib/redactions/find-proposed";
import { getProposing } from "#lib/redactions/get-proposing";
import { getRedaction } from "#lib/redactions/get-redaction";
import { listPastKeeping } from "#lib/redactions/list-past-keeping";
import { listRedactions } from "#lib/redactions/list-redactions";
import { getRestating } from "#lib/restatements/get-restating";
import { listRestatedSince } from "#lib/restatements/list-restated-since";
import { listRestatements } from "#lib/restatements/list-restatements";
import { getTeamReturn } from "#lib/returns/get-team-return";
import { listReopenings } from "#lib/returns/list-reopenings";
import { listStops } from "#lib/returns/list-stops";
import { getNextToWrite, getReturn, listOpenReturns, listReturns, listRowsOfReturn } from "#lib/returns/queries";
import { scorecardCsv } from "#lib/scorecards/export-scorecard";
import { getIndicatorPage } from "#lib/scorecards/get-indicator-page";
import { getPicturesPage } from "#lib/scorecards/get-pictures-page";
import { getScorecard } from "#lib/scorecards/get-scorecard";
import { getScorecardPage } from "#lib/scorecards/get-scorecard-page";
import { getSheet } from "#lib/scorecards/get-sheet";
import { getThemePage } from "#lib/scorecards/get-theme-page";
import { listEditionSheets } from "#lib/scorecards/list-edition-sheets";
import { listLabelSets } from "#lib/scorecards/list-label-sets";
import { listScorecards } from "#lib/scorecards/list-scorecards";
import { listSheets } from "#lib/scorecards/list-sheets";
import { findPart } from "#lib/scorecards/parts";
import { wholeRange } from "#lib/scorecards/sheet-range";
import { getCommentRules } from "#lib/settings/get-comment-rules";
import { getSessionLimits, getSettings } from "#lib/settings/get-settings";
import { getGrading } from "#lib/structure/get-grading";
import { getKeeping } from "#lib/structure/get-keeping";
import { getStructure } from "#lib/structure/get-structure";
import { listOwnLabelSets } from "#lib/structure/list-own-label-sets";
import { getSeveral } from "#lib/structure/several/get-several";
import { allOf } from "#lib/testing/all-of";
import { made } from "#lib/testing/made";
import type { World } from "#lib/testing/world";

type Role = "lead" | "head" | "auditor" | "officer" | "reader";

/** What is asked for: a council's own things, or, asked by somebody of another, things that are not theirs. */
export type Asked = Pick<World, "organisationId" | "people" | "scorecard"> & { importId: string };

/** `ofTrail`: it reads the trail, or what has no past, which no search path moves. */
type Query = { name: string; of: Role; ofTrail?: true; read: (actor: PersonActor, asked: Asked) => Promise<unknown> };

/** An indicator's own rows are looked up, and come in no order. */
const withoutOrder = <P extends { read: IndicatorRead }>(page: P | null) =>
  page && {
    ...page,
    read: { ...page.read, own: Object.values(page.read.own).map((rows) => [...rows].map(answerText).toSorted()) },
  };

const month = "2013-12";
const place = ({ scorecard }: Asked) => ({ slug: scorecard.slug, ref: "2.3", month }) as const;

async function sheet(actor: PersonActor, { scorecard }: Asked, ref?: string) {
  const found = await getScorecard(actor, scorecard.slug);
  const range = found && wholeRange(found);
  return range ? getSheet(actor, found, range, ref ? { ref } : {}) : null;
}

async function csv(actor: PersonActor) {
  let text = "";
  for await (const lines of historyCsv(actor, {}, await newestPosition())) text += lines;
  return text;
}

/** As of a head of all there is, which need not be signed for what is read. */
async function sealed(actor: PersonActor) {
  const newest = await newestPosition();
  const seal = (await findSeal(null)) ?? {
    note: "",
    size: 0,
    root: Buffer.alloc(32),
    newest,
    changes: [],
    isAlone: false,
  };
  return [await allOf(filteredLeaves(actor, { month }, seal)), await allOf(allLeaves(actor, 0, seal))];
}

const newestOf = async (actor: PersonActor) => (await listEntries(actor, {}, null, 1)).groups[0]!.position;

const filters: HistoryFilters[] = [
  { indicator: "2.3" },
  { person: "nobody" },
  { verb: "comment.submit" },
  { month },
  { outcome: "refused" },
  { outcome: "lapsed" },
  { scorecard: "improvement" },
  { theme: "quality-of-practice" },
  { team: "assessment" },
  { team: "assessment", month },
  { request: "7f1d3a52-6a35-4f0e-9b57-0d0f3bb0a001" },
  { address: "127.0.0.1", outcome: "done" },
  { words: "a world for", outcome: "done" },
  { afterEdition: "7f1d3a52-6a35-4f0e-9b57-0d0f3bb0a001", toEdition: "7f1d3a52-6a35-4f0e-9b57-0d0f3bb0a001" },
  { import: "7f1d3a52-6a35-4f0e-9b57-0d0f3bb0a001" },
  { from: "2000-01-01", to: "2100-01-01" },
];

/** Every read that pages and routes make, by the role whose page it is. What is exported is read here without its entry. */
export const everyQuery: readonly Query[] = [
  { name: "listGivenBack", of: "lead", read: (actor) => listGivenBack(actor) },
  { name: "listSheets", of: "auditor", read: (actor) => listSheets(actor) },
  { name: "listScorecards", of: "lead", read: listScorecards },
  {
    name: "getScorecard",
    of: "reader",
    read: (actor, { scorecard }) => getScorecard(asReaderOf(actor, month), scorecard.slug),
  },
  { name: "getSheet", of: "auditor", read: (actor, asked) => sheet(actor, asked) },
  { name: "getSheet, one indicator", of: "lead", read: (actor, asked) => sheet(actor, asked, "2.3") },
  {
    name: "getScorecardPage",
    of: "auditor",
    read: (actor, { scorecard }) => getScorecardPage(actor, scorecard.slug, { part: undefined }),
  },
  {
    name: "getThemePage",
    of: "auditor",
    read: async (actor, asked) => {
      const theme = (await sheet(actor, asked))?.indicators[0]?.now.theme.slug ?? "";
      return getThemePage(actor, asked.scorecard.slug, { theme, part: undefined });
    },
  },
  {
    name: "getPicturesPage",
    of: "auditor",
    read: (actor, { scorecard }) => getPicturesPage(actor, scorecard.slug, { theme: undefined, part: undefined }),
  },
  {
    name: "getIndicatorPage",
    of: "auditor",
    read: (actor, { scorecard }) => getIndicatorPage(actor, scorecard.slug, { ref: "2.3", isWhole: true }),
  },
  {
    name: "listRestatements",
    of: "auditor",
    read: (actor, asked) => listRestatements(actor, { slug: asked.scorecard.slug, ref: "2.3" }),
  },
  {
    name: "listRestatedSince",
    ofTrail: true,
    of: "auditor",
    read: async (actor, { scorecard: { slug } }) => {
      const { cut } = await presentCut();
      const edition = await findEditionBefore(actor, slug, { cut });
      return edition && listRestatedSince(actor, slug, { edition, cut });
    },
  },
  { name: "getRestating", of: "head", read: (actor, asked) => getRestating(actor, place(asked)) },
  {
    name: "findPart",
    of: "auditor",
    read: async (actor, { scorecard }) => {
      const found = await getScorecard(actor, scorecard.slug);
      const range = found && wholeRange(found);
      return range ? findPart(actor, { ...found, size: 1000 }, range, { part: "1" }) : null;
    },
  },
  {
    name: "exportScorecard",
    of: "reader",
    read: async (actor, asked) => {
      const eyes = asReaderOf(actor, month);
      const found = await getScorecard(eyes, asked.scorecard.slug);
      const range = found && wholeRange(found);
      return range ? allOf(scorecardCsv(eyes, found, range, { made })) : null;
    },
  },
  { name: "listFiles", of: "reader", ofTrail: true, read: listFiles },
  {
    name: "findEditionBefore",
    of: "reader",
    ofTrail: true,
    read: (actor, { scorecard }) => findEditionBefore(actor, scorecard.slug, { cut: 2 ** 31 - 1 }),
  },
  {
    name: "getDefinitionPage",
    of: "officer",
    read: async (actor, asked) => withoutOrder(await getDefinitionPage(actor, place(asked), month)),
  },
  {
    name: "getDictionary",
    of: "reader",
    read: async (actor, { scorecard }) =>
      (await getDictionary(asReaderOf(actor, month), scorecard.slug, null))?.entries.flatMap(({ terms }) =>
        terms.map(({ value }) => value),
      ),
  },
  {
    name: "getStructure",
    of: "auditor",
    read: (actor, { scorecard }) => getStructure(actor, scorecard.slug, null, month),
  },
  { name: "getFirstSteps", of: "officer", read: getFirstSteps },
  { name: "getKeeping, listKeptScorecards", of: "officer", read: getKeeping },
  { name: "listOwnLabelSets", of: "officer", read: listOwnLabelSets },
  {
    name: "getSeveral",
    of: "officer",
    read: (actor, { scorecard }) => getSeveral(actor, scorecard.slug, { from: month, part: undefined }),
  },
  { name: "getGrading", of: "officer", read: (actor, { scorecard }) => getGrading(actor, scorecard.slug) },
  { name: "getAdding", of: "officer", read: (actor, { scorecard }) => getAdding(actor, scorecard.slug, month) },
  {
    name: "getMilestones",
    of: "officer",
    read: async (actor, asked) => withoutOrder(await getMilestones(actor, place(asked), null)),
  },
  { name: "getReturn", of: "lead", read: (actor) => getReturn(actor, month) },
  {
    name: "getNextToWrite",
    of: "lead",
    read: (actor, { importId }) => getNextToWrite(actor, month, importId),
  },
  { name: "listRowsOfReturn", of: "lead", read: (actor) => listRowsOfReturn(actor, month) },
  { name: "getPaste", of: "lead", ofTrail: true, read: (actor, { importId }) => getPaste(actor, importId) },
  {
    name: "getTeamReturn",
    of: "head",
    read: (actor, { scorecard }) => getTeamReturn(actor, { slug: scorecard.slug, team: "assessment", month }),
  },
  { name: "listNotices", of: "head", read: (actor) => listNotices(actor) },
  { name: "listReopenings", of: "auditor", read: (actor) => listReopenings(actor) },
  { name: "listRedactions", of: "auditor", ofTrail: true, read: (actor) => listRedactions(actor) },
  {
    name: "getRedaction, findProposed",
    of: "officer",
    ofTrail: true,
    read: async (actor) => {
      const [newest] = (await listRedactions(actor)).redactions;
      return [newest && (await getRedaction(actor, newest.id)), await findProposed(actor, "0".repeat(64))];
    },
  },
  {
    name: "getProposing",
    of: "auditor",
    ofTrail: true,
    read: async (actor) => getProposing(actor, await newestOf(actor)),
  },
  { name: "listPastKeeping", of: "auditor", ofTrail: true, read: (actor) => listPastKeeping(actor) },
  { name: "getStanding", of: "head", read: getStanding },
  { name: "listStops", of: "lead", read: listStops },
  { name: "listReturns", of: "lead", read: (actor) => listReturns(actor) },
  { name: "listOpenReturns", of: "lead", read: listOpenReturns },
  { name: "getApprovals", of: "head", read: (actor) => getApprovals(actor) },
  { name: "getTogether", of: "head", read: (actor) => getTogether(actor) },
  {
    name: "getApprovalDetail",
    of: "head",
    read: async (actor) => {
      const approvals = await getApprovals(actor);
      const view = findView(approvals, approvals.waiting[0]?.cell.revisions[0]?.id);
      return view && getApprovalDetail(actor, view);
    },
  },
  { name: "getCommentPage", of: "lead", read: (actor, asked) => getCommentPage(actor, place(asked)) },
  { name: "listMonths", ofTrail: true, of: "officer", read: (actor) => listMonths(actor) },
  {
    name: "getMonth",
    ofTrail: true,
    of: "officer",
    read: (actor, { scorecard }) => getMonth(actor, scorecard.slug, month),
  },
  { name: "getWorkingDays", of: "officer", read: getWorkingDays },
  { name: "listEntries", ofTrail: true, of: "auditor", read: (actor) => listEntries(actor) },
  { name: "listEntries of a team", ofTrail: true, of: "lead", read: (actor) => listEntries(actor) },
  ...filters.map((filter): Query => {
    const name = `listEntries by ${Object.keys(filter).join(", ")}`;
    return { name, ofTrail: true, of: "auditor", read: (actor) => listEntries(actor, filter) };
  }),
  {
    name: "listEntries by person",
    ofTrail: true,
    of: "auditor",
    read: (actor, { people }) => listEntries(actor, { person: people.lead }),
  },
  { name: "getEntry", ofTrail: true, of: "lead", read: async (actor) => getEntry(actor, await newestOf(actor)) },
  { name: "listOpened", ofTrail: true, of: "head", read: async (actor) => listOpened(actor, await newestOf(actor)) },
  { name: "countEntries", ofTrail: true, of: "auditor", read: (actor) => countEntries(actor) },
  { name: "listHistoryChoices", ofTrail: true, of: "auditor", read: (actor) => listHistoryChoices(actor) },
  { name: "listViews", ofTrail: true, of: "auditor", read: listViews },
  { name: "listHistoryChoices of a team", ofTrail: true, of: "lead", read: (actor) => listHistoryChoices(actor) },
  { name: "historyCsv, newestPosition", ofTrail: true, of: "auditor", read: csv },
  {
    name: "getStory",
    ofTrail: true,
    of: "auditor",
    read: (actor, asked) => getStory(actor, place(asked)),
  },
  { name: "findSeal, filteredLeaves, allLeaves", ofTrail: true, of: "auditor", read: sealed },
  {
    name: "findEdition",
    ofTrail: true,
    of: "reader",
    read: (actor, { scorecard }) => findEdition(actor, scorecard.slug),
  },
  {
    name: "listEditions",
    ofTrail: true,
    of: "reader",
    read: (actor, { scorecard }) => listEditions(actor, scorecard.slug, { over: false }),
  },
  { name: "listEditionSheets", ofTrail: true, of: "reader", read: listEditionSheets },
  {
    name: "findScorecardName",
    of: "reader",
    read: (actor, { scorecard }) => findScorecardName(actor, scorecard.slug),
  },
  { name: "findPast", ofTrail: true, of: "auditor", read: () => findPast({ cut: "1" }, "Europe/London") },
  { name: "listCuts", ofTrail: true, of: "auditor", read: () => listCuts() },
  { name: "getIntegrity", ofTrail: true, of: "auditor", read: () => getIntegrity() },
  { name: "listImports", of: "officer", read: listImports },
  { name: "getImport", of: "officer", read: (actor, { importId }) => getImport(actor, importId) },
  { name: "listTeamNames", of: "officer", read: listTeamNames },
  { name: "listLabelSets", of: "officer", read: (actor) => listLabelSets(database(), actor.organisation.id) },
  { name: "listPeople", of: "officer", read: listPeople },
  { name: "getPerson", of: "officer", read: (actor, { people }) => getPerson(actor, people.lead) },
  { name: "listRolesOf", of: "officer", read: (actor, { people }) => listRolesOf(actor, people.lead) },
  { name: "getInvitation", of: "officer", read: (actor, { people }) => getInvitation(actor, people.lead) },
  { name: "getMailStanding", of: "officer", ofTrail: true, read: getMailStanding },
  { name: "getLeaving", of: "officer", read: (actor, { people }) => getLeaving(actor, people.lead) },
  { name: "getCommentRules", of: "officer", ofTrail: true, read: (actor) => getCommentRules(actor, month) },
  { name: "getSettings", of: "officer", read: getSettings },
  { name: "getSessionLimits", of: "officer", ofTrail: true, read: () => getSessionLimits() },
  { name: "listDeputies", of: "officer", read: listDeputies },
  { name: "getDeputyChoices", of: "officer", read: getDeputyChoices },
  { name: "listSignInRules", of: "officer", read: listSignInRules },
  { name: "listTeams", of: "officer", read: listTeams },
  { name: "getWaysIn", of: "reader", read: getWaysIn },
  { name: "listWithoutSecondFactor", of: "officer", ofTrail: true, read: listWithoutSecondFactor },
  { name: "listMySessions", of: "lead", read: listMySessions },
];

/** An answer as text, whatever maps and sets stand in it. */
export const answerText = (answer: unknown): string =>
  JSON.stringify(answer, (_key, value) => (value instanceof Map || value instanceof Set ? [...value] : value)) ?? "";
