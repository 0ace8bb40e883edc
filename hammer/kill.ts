import { setTimeout as pause } from "node:timers/promises";
import { type Act, act, saidIn } from "#hammer/actions";
import type { Cell } from "#hammer/cells";
import { acts, newestOf, nothingSeen } from "#hammer/comments";
import { newReport, type Report } from "#hammer/report";
import type { Tools } from "#hammer/tests";
import { findWritten } from "#hammer/writers";

type Written = { request: string; version: number };
const lead = "lead.assessment";
const [recording, drafting] = [6, 2];

/** The web and PostgreSQL are killed in turn while people write, and start again: whatever was acknowledged is there, once. */
export async function killUnderLoad(tools: Tools): Promise<Report> {
  const { yard, cells, chance, size } = tools;
  const report = newReport();
  const load = { isOver: false };
  const cellsOf = (count: number) => Promise.all(Array.from({ length: count }, () => cells.cell()));
  const writers = [
    ...(await cellsOf(recording)).map(async (cell) => {
      const written: Written[] = [];
      while (!load.isOver) {
        const doing = acts.record(cell, written.length, String(written.length % 100), {
          note: `Number ${written.length}`,
        });
        await untilAcknowledged(tools, report, doing);
        written.push({ request: doing.fields.request!, version: written.length + 1 });
      }
      await findWritten(yard, report, "actual", cell, written);
      return written.length;
    }),
    ...(await cellsOf(drafting)).map((cell) => draft(tools, report, cell, () => load.isOver)),
  ];
  for (let kill = 0; kill < size.kills; kill++) {
    await pause(500 + chance() * 1500);
    if (kill % 2 === 0) yard.killDatabase();
    else await yard.killWeb();
  }
  await pause(1500);
  load.isOver = true;
  const counts = await Promise.all(writers);
  if (counts.includes(0)) report.unexpected.push(`of the writers, one was never done: ${counts.join(", ")}`);
  return report;
}

async function draft(tools: Tools, report: Report, cell: Cell, isOver: () => boolean): Promise<number> {
  const written: Written[] = [];
  let seen = nothingSeen;
  while (!isOver()) {
    const doing = acts.write(cell, "draft", `Draft number ${written.length}.`, seen);
    await untilAcknowledged(tools, report, doing);
    written.push({ request: doing.fields.request!, version: written.length + 1 });
    seen = seen.revision ? { ...seen, seen: String(written.length) } : await newestOf(tools.yard, cell);
  }
  await findWritten(tools.yard, report, "comment_revision", cell, written);
  return written.length;
}

/** Whoever has no answer, or is told that it may not have been saved, sends the very same form again. */
async function untilAcknowledged({ yard }: Tools, report: Report, doing: Act): Promise<void> {
  for (let tries = 0; ; tries++) {
    report.tried++;
    const said = await act(yard, yard.asker(lead).cookie, doing).then(saidIn, () => null);
    if (said?.isDone) return;
    if (said) report.refused++;
    const mayTryAgain = said === null || said.code === "UNAVAILABLE" || said.code === "BUSY" || said.status === 503;
    if (!mayTryAgain) {
      report.unexpected.push(`${doing.action} was answered ${said.status} ${said.code}`);
      return;
    }
    if (tries > 1000) throw new Error("Candour did not come back.");
    await pause(20);
  }
}
