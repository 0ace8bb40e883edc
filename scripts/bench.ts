import { closePools } from "#db/client";
import { findServer } from "#db/testing/find-server";
import { dropDatabase, makeTemplate, onServer, urlOf } from "#db/testing/server";
import { countEntries } from "#lib/history/count-entries";
import { historyCsv } from "#lib/history/history-csv";
import type { HistoryFilters } from "#lib/history/inputs";
import { listEntries } from "#lib/history/list-entries";
import { makeWorld, type World } from "#lib/testing/world";

// npm run bench -- [ENTRIES]: how long a page of history takes on a long trail (200,000 entries unless said), each filter five times.
const wanted = Number(process.argv[2] ?? 200_000);
const { adminUrl, stop } = await findServer();
const name = await makeTemplate(adminUrl);
try {
  const ownerUrl = urlOf(adminUrl, name, "owner");
  process.env.DATABASE_APP_URL = urlOf(adminUrl, name, "app");
  process.env.DATABASE_SIGN_IN_URL = urlOf(adminUrl, name, "signIn");
  const world = await makeWorld({ ownerUrl });
  console.log(`Writing a trail of ${wanted.toLocaleString("en-GB")} entries ...`);
  await lengthenTrail(ownerUrl, world);
  await measure(world);
  await measureExport(world);
} finally {
  await closePools();
  await dropDatabase(adminUrl, name);
  stop();
}

/** Behind the doors' back, as only the owner of a database to be thrown away can: one entry an action, and an import of 500. */
async function lengthenTrail(ownerUrl: string, { people, indicators, teams, scorecard, organisationId }: World) {
  const refs = Object.entries(indicators).map(([ref, id]) => ({
    id,
    team: ref === "4.3" ? teams.workforce : teams.assessment,
  }));
  await onServer(
    ownerUrl,
    "alter table audit.action disable trigger user",
    "alter table audit.entry disable trigger user",
    `insert into audit.action (id, xid, begun_at, organisation, kind, person, verb, outcome)
     select md5('action' || n)::uuid, (n + 1000000)::text::xid8, now() - make_interval(mins => ${wanted} - n), '${organisationId}',
       'person', (array['${people.lead}','${people.otherLead}','${people.secondLead}'])[1 + n % 3]::uuid, 'actual.record', 'done'
     from generate_series(1, ${wanted}) n where n <= ${wanted} - 500 or n = ${wanted}`,
    `insert into audit.entry (action, xid, at, organisation, scorecard, team, person, verb, indicator, month, table_name, key,
       row_version, operation, before, after)
     select md5('action' || case when n > ${wanted} - 500 then ${wanted} else n end)::uuid, (n + 1000000)::text::xid8,
       now() - make_interval(mins => ${wanted} - n), '${organisationId}', '${scorecard.id}',
       (array[${refs.map(({ team }) => `'${team}'`).join()}])[1 + n % ${refs.length}]::uuid,
       (array['${people.lead}','${people.otherLead}','${people.secondLead}'])[1 + n % 3]::uuid,
       case when n % 997 = 0 then 'actual.clear' else 'actual.record' end,
       (array[${refs.map(({ id }) => `'${id}'`).join()}])[1 + n % ${refs.length}]::uuid,
       '2005-01-01'::date + make_interval(months => n % 120), 'actual', md5('row' || n % 400)::uuid, n,
       case when n % 1999 = 0 then 'refused' else 'changed' end,
       jsonb_build_object('value', n % 100, 'version', n), jsonb_build_object('value', (n + 1) % 100, 'version', n + 1)
     from generate_series(1, ${wanted}) n`,
    "alter table audit.action enable trigger user",
    "alter table audit.entry enable trigger user",
    "analyze audit.action",
    "analyze audit.entry",
  );
}

async function measure({ actors, people }: World): Promise<void> {
  const filters: [string, HistoryFilters][] = [
    ["nothing", {}],
    ["indicator", { indicator: "2.3" }],
    ["indicator and month", { indicator: "2.3", month: "2009-07" }],
    ["person", { person: people.otherLead }],
    ["person of no entry", { person: people.reader }],
    ["month", { month: "2009-07" }],
    ["rare verb", { verb: "actual.clear" }],
    ["refused", { outcome: "refused" }],
    ["one old day", { from: day(-100), to: day(-100) }],
  ];
  for (const who of ["auditor", "head"] as const) {
    for (const [said, filter] of filters) {
      const page = await quickest(() => listEntries(actors[who], filter));
      const older = await quickest(() => listEntries(actors[who], filter, { before: Math.round(wanted / 3) }));
      const count = await quickest(() => countEntries(actors[who], filter));
      console.log(`${who.padEnd(8)} ${said.padEnd(20)} newest ${page}  further back ${older}  count ${count}`);
    }
  }
}

async function measureExport({ actors }: World): Promise<void> {
  const start = performance.now();
  let [bytes, most] = [0, 0];
  for await (const part of historyCsv(actors.auditor, {}, Number.MAX_SAFE_INTEGER)) {
    bytes += part.length;
    most = Math.max(most, process.memoryUsage().heapUsed);
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(
    `auditor  everything as CSV    ${seconds} s, ${(bytes / 1e6).toFixed(0)} MB, heap at most ${(most / 1e6).toFixed(0)} MB`,
  );
}

async function quickest(work: () => Promise<unknown>): Promise<string> {
  let best = Number.POSITIVE_INFINITY;
  for (let time = 0; time < 5; time++) {
    const start = performance.now();
    await work();
    best = Math.min(best, performance.now() - start);
  }
  return `${best.toFixed(1)} ms`.padStart(10);
}

function day(offset: number): string {
  return new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
}
