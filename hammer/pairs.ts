import { setTimeout as pause } from "node:timers/promises";
import { type Act, act, type Fields, saidIn } from "#hammer/actions";
import type { Cell } from "#hammer/cells";
import { acts, approved, type Seen, submitted } from "#hammer/comments";
import { newReport, type Report } from "#hammer/report";
import type { Tools } from "#hammer/tests";

type Standing = { cell: Cell; seen: Seen; figure: Fields };
/** Answers whether it was done, or by which code it was refused. */
type Do = (tools: Tools, standing: Standing) => Promise<string>;

const by =
  (who: string, make: (standing: Standing) => Act): Do =>
  async ({ yard }, standing) => {
    const doing = make(standing);
    for (;;) {
      const { isDone, code, status } = saidIn(await act(yard, yard.asker(who).cookie, doing));
      if (isDone) return "done";
      // Somebody told that it is busy tries again.
      if (code !== "BUSY") return code ?? `answered ${status}`;
    }
  };

/** A month closes by a command: its page would first ask about what stands in the way. */
const close: Do = async ({ yard }, { cell }) => {
  await yard.query(
    `do $$ begin perform audit.begin_operator('npm run hammer', 'operator.change',
       (select s.organisation_id from indicator i join scorecard s on s.id = i.scorecard_id where i.id = '${cell.indicator}'));
     update scorecard_month m set closed_at = now() from indicator i
     where i.id = '${cell.indicator}' and m.scorecard_id = i.scorecard_id and m.month = '${cell.month}-01' and m.closed_at is null; end $$`,
  );
  return "done";
};

const [lead, head] = ["lead.assessment", "head"];

/** What may be done to one comment at once. */
const doings: Record<string, Do> = {
  approve: by(head, ({ figure }) => acts.approve(figure)),
  return: by(head, ({ seen }) => acts.giveBack(seen, "Say what is done about it.")),
  "withdraw the approval": by(head, ({ seen }) => acts.withdrawApproval(seen, "The figure is in doubt.")),
  withdraw: by(lead, ({ cell, seen }) => acts.withdraw(cell, seen)),
  submit: by(lead, ({ cell, seen }) => acts.write(cell, "submission", "The second words.", seen)),
  revise: by(lead, ({ cell, seen }) => acts.write(cell, "draft", "The third words.", seen)),
  "change the figure": by(lead, ({ cell }) => acts.record(cell, 1, "71")),
  "clear the figure": by(lead, ({ cell }) => acts.clear(cell, 1)),
  close,
};

const states: Record<string, typeof submitted> = { submitted, approved };

/** Each pair of them, from a comment that was submitted and from one that was approved: it ends as one after the other does. */
export async function pairsAtOnce(tools: Tools): Promise<Report> {
  const report = newReport();
  const names = Object.keys(doings);
  for (const state of Object.keys(states)) {
    for (const [index, one] of names.entries()) {
      for (const other of names.slice(index)) {
        if (tools.isOver()) return report;
        if (tools.size.isBrief && tools.chance() < 0.75) continue;
        await tryPair(tools, report, state, one, other);
      }
    }
  }
  return report;
}

async function tryPair(tools: Tools, report: Report, state: string, one: string, other: string): Promise<void> {
  const { yard, cells, chance, size } = tools;
  const isAlone = one === "close" || other === "close";
  const fresh = async (): Promise<Standing> => {
    const cell = await (isAlone ? cells.cellAlone() : cells.cell());
    return { cell, ...(await states[state]!(yard, cell)) };
  };
  const outcome = async (standing: Standing, said: string[]) =>
    JSON.stringify([...said, ...(await endOf(tools, standing.cell))]);

  const inTurn = async (first: string, second: string) => {
    const standing = await fresh();
    const [before, after] = [await doings[first]!(tools, standing), await doings[second]!(tools, standing)];
    return outcome(standing, first === one ? [before, after] : [after, before]);
  };
  const serial = [await inTurn(one, other), one === other ? null : await inTurn(other, one)];

  for (let round = 0; round < size.pairs; round++) {
    const standing = await fresh();
    const late = Math.floor(chance() * 12);
    const said = await Promise.all([
      doings[one]!(tools, standing),
      pause(late).then(() => doings[other]!(tools, standing)),
    ]);
    report.tried += 2;
    report.refused += said.filter((each) => each !== "done").length;
    const ended = await outcome(standing, one === other ? said.toSorted().reverse() : said);
    if (!serial.includes(ended)) {
      report.unexpected.push(
        `${one} and ${other} of a comment that was ${state}: ${ended}, not ${serial.filter(Boolean).join(" or ")}`,
      );
    }
  }
}

/** How a cell ended: its figure, its revisions with their words and decisions, its month. */
async function endOf({ yard }: Tools, { indicator, month }: Cell): Promise<unknown[]> {
  return yard.query(
    `select (select array[a.value::text, a.version::text] from actual a where a.indicator_id = $1 and a.month = $2) as figure,
       (select m.closed_at is not null from scorecard_month m join indicator i on i.scorecard_id = m.scorecard_id where i.id = $1 and m.month = $2) as closed,
       (select json_agg(json_build_array(r.number, w.body, r.submitted_at is not null, r.withdrawn_at is not null,
          (select json_agg(d.kind order by d.decided_at) from comment_decision d where d.revision_id = r.id)) order by r.number)
        from comment_revision r left join audit.words w on w.digest = r.words where r.indicator_id = $1 and r.month = $2) as revisions`,
    [indicator, `${month}-01`],
  );
}
