import { act, saidIn } from "#hammer/actions";
import { acts } from "#hammer/comments";
import { newReport, type Report } from "#hammer/report";
import type { Tools } from "#hammer/tests";

type Written = { request: string; version: number; value: number };

/** Many write one cell at once, each over what they saw last: one is done at a time, and everybody else is told of it. */
export async function writersOnOneCell({ yard, cells, size }: Tools): Promise<Report> {
  const report = newReport();
  const cell = await cells.cell();
  const cookies = await Promise.all(Array.from({ length: 5 }, () => yard.cookie("lead.assessment")));
  const written: Written[] = [];
  let value = 0;

  for (let round = 0; round < size.saves; round++) {
    const seen = written.length;
    await Promise.all(
      Array.from({ length: size.writers }, async (_, writer) => {
        const mine = ++value;
        const doing = acts.record(cell, seen, String(mine % 100), { note: `written as number ${mine}` });
        const answer = await act(yard, cookies[writer % cookies.length], doing);
        const { isDone, code, status } = saidIn(answer);
        report.tried++;
        if (isDone) written.push({ request: doing.fields.request!, version: seen + 1, value: mine });
        else if (code === "CONFLICT" || code === "BUSY") report.refused++;
        else report.unexpected.push(`writer ${writer} was answered ${status} ${code}`);
      }),
    );
    if (written.length !== seen + 1)
      report.unexpected.push(`${written.length - seen} were done at once over version ${seen}`);
  }
  await findWritten(yard, report, "actual", cell, written);
  return report;
}

/** Looks for each acknowledged write in the trail: its one action, with one entry of its version; and for versions without a gap. */
export async function findWritten(
  { query }: Tools["yard"],
  report: Report,
  table: string,
  { indicator, month }: { indicator: string; month: string },
  written: readonly { request: string; version: number }[],
): Promise<void> {
  const entries = await query(
    `select e.row_version as version, a.request_id as request from audit.entry e join audit.action a on a.id = e.action
     where e.table_name = $1 and e.indicator = $2 and e.month = $3 and a.outcome = 'done' order by e.position`,
    [table, indicator, `${month}-01`],
  );
  for (const { request, version } of written) {
    const found = entries.filter((entry) => entry.request === request);
    if (found.length !== 1) report.lost.push(`${table}, version ${version}, stands ${found.length} times`);
    else if (found[0]?.version !== version)
      report.unexpected.push(`${table}, version ${version}, became ${String(found[0]?.version)}`);
  }
  const versions = entries.map(({ version }) => Number(version));
  const isWhole = versions.every((version, index) => version === index + 1) && versions.length === written.length;
  if (!isWhole) report.unexpected.push(`${table} has the versions ${versions.join(", ")} for ${written.length} writes`);
}
