import { read } from "#bench/ask";
import { fieldsOf } from "#bench/forms";
import { type Act, act, mustAct, saidIn } from "#hammer/actions";
import { expendable, signInAnew } from "#hammer/askers";
import { acts, approved, newestOf, nothingSeen } from "#hammer/comments";
import { waitingImport } from "#hammer/imports";
import { look, type Naughty, shown } from "#hammer/naughty/look";
import { keptPasswords } from "#hammer/naughty/passwords";
import { paths } from "#lib/paths";

/** What is kept of a text: line ends are the browser's, blanks at either end nobody's, and half a character cannot be sent. */
const asKept = (text: string) => text.toWellFormed().replaceAll("\r\n", "\n").trim();

/** A field whose text is kept: how one more is sent there, and what then stands. */
type Keeper = {
  where: string;
  who: string;
  next: (text: string) => Promise<Act>;
  /** What stands, after a text was taken. */
  standing: () => Promise<unknown>;
  same?: (text: string, standing: unknown) => boolean;
};

/** Texts that are kept come back as they were typed, or were refused in words. */
export async function keptAsTyped(naughty: Naughty): Promise<void> {
  const keepers = await Promise.all(
    [comment, note, figure, returned, withdrawn, sessionsEnded, imported].map((make) => make(naughty)),
  );
  await Promise.all([...keepers.map((keeper) => keepAll(naughty, keeper)), keptPasswords(naughty)]);
}

async function keepAll(naughty: Naughty, { where, who, next, standing, same }: Keeper): Promise<void> {
  const { yard, report, words, isOver } = naughty;
  const isSame = same ?? ((text: string, found: unknown) => found === asKept(text));
  for (const text of words) {
    if (isOver()) return;
    const answer = await act(yard, yard.asker(who).cookie, await next(text));
    look(naughty, answer, where, text);
    const { isDone, code, message, status } = saidIn(answer);
    if (isDone) {
      const found = await standing();
      if (!isSame(text, found)) report.lost.push(`${where}: ${shown(text)} was taken and is ${shown(String(found))}`);
    } else if (status < 400) {
      report.refused++;
      if (!code || !message) report.unexpected.push(`${where}: ${shown(text)} was refused without a word`);
      else if (code !== "INVALID")
        report.unexpected.push(`${where}: ${shown(text)} was refused by ${code}: ${message}`);
    }
  }
}

const [lead, head] = ["lead.assessment", "head"];

async function comment({ yard, cells }: Naughty): Promise<Keeper> {
  const cell = await cells.cell();
  let count = 0;
  return {
    where: "the words of a comment",
    who: lead,
    // The same words twice are no change.
    next: async (text) => {
      if (count++ > 0)
        await mustAct(yard, lead, acts.write(cell, "draft", `Between ${count}.`, await newestOf(yard, cell)));
      return acts.write(cell, "draft", text, await newestOf(yard, cell));
    },
    standing: async () => fieldsOf((await read(yard.url + cell.page, yard.asker(lead).cookie)).body, "body", "as").body,
  };
}

async function note({ yard, cells }: Naughty): Promise<Keeper> {
  const cell = await cells.cell();
  const stands = () => actualOf(yard, cell.indicator, cell.month);
  let value = 0;
  return {
    where: "the note of a figure",
    who: lead,
    next: async (text) =>
      acts.record(cell, Number((await stands())?.version ?? 0), String(++value % 100), { note: text }),
    standing: async () => (await stands())?.note ?? "",
    same: (text, found) => found === asKept(text) || (found === "" && !/[^\p{C}\p{Z}]/u.test(text)) || found === "",
  };
}

async function figure({ yard, cells }: Naughty): Promise<Keeper> {
  const cell = await cells.cell();
  const stands = () => actualOf(yard, cell.indicator, cell.month);
  let count = 0;
  return {
    where: "a figure",
    who: lead,
    next: async (text) =>
      acts.record(cell, Number((await stands())?.version ?? 0), text, { note: `Number ${++count}` }),
    standing: async () => (await stands())?.value,
    same: (text, found) => Number(found) === Number(text.trim().replaceAll(",", "").replace(/\s?%$/, "")),
  };
}

const actualOf = async (yard: Naughty["yard"], indicator: string, month: string) =>
  (
    await yard.query(
      `select a.version, a.value::text, w.body as note from actual a left join audit.words w on w.digest = a.note
       where a.indicator_id = $1 and a.month = $2`,
      [indicator, `${month}-01`],
    )
  )[0];

const newestReason = async (yard: Naughty["yard"], verb: string) =>
  (
    await yard.query(
      `select w.body from audit.action a left join audit.words w on w.digest = a.reason
       where a.verb = $1 and a.outcome = 'done' order by a.begun_at desc limit 1`,
      [verb],
    )
  )[0]?.body;

async function returned({ yard, cells }: Naughty): Promise<Keeper> {
  let cell = await cells.cell();
  let count = 0;
  return {
    where: "the reason of a return",
    who: head,
    next: async (text) => {
      if (++count % 20 === 0) cell = await cells.cell();
      const seen = await newestOf(yard, cell);
      const [decided] = await yard.query("select from comment_decision where revision_id::text = $1", [seen.revision]);
      if (decided || seen === nothingSeen)
        await mustAct(yard, lead, acts.write(cell, "submission", `Words ${count}.`, seen));
      return acts.giveBack(await newestOf(yard, cell), text);
    },
    standing: () => newestReason(yard, "comment.return"),
  };
}

async function withdrawn({ yard, cells }: Naughty): Promise<Keeper> {
  let { seen, figure } = await approved(yard, await cells.cell());
  let count = 0;
  return {
    where: "the reason of a withdrawn approval",
    who: head,
    next: async (text) => {
      if (++count % 20 === 0) ({ seen, figure } = await approved(yard, await cells.cell()));
      const [newest] = await yard.query(
        "select kind from comment_decision where revision_id::text = $1 order by decided_at desc limit 1",
        [seen.revision],
      );
      if (newest?.kind !== "approved") await mustAct(yard, head, acts.approve(figure));
      return acts.withdrawApproval(seen, text);
    },
    standing: () => newestReason(yard, "approval.withdraw"),
  };
}

async function sessionsEnded({ yard }: Naughty): Promise<Keeper> {
  const person = String(yard.asker(expendable).personId);
  return {
    where: "the reason of ended sessions",
    who: "officer",
    next: async (text) => {
      await signInAnew(person);
      return { action: "endPersonSessionsAction", from: paths.account(), fields: { person, reason: text } };
    },
    standing: () => newestReason(yard, "person.end_sessions"),
  };
}

async function imported({ yard }: Naughty): Promise<Keeper> {
  const importId = await waitingImport(yard);
  const stands = async (key: string) =>
    (
      await yard.query(
        `select w.body from import_doubt d left join audit.words w on w.digest = d.answer where d.import_id = $1 and d.key = $2`,
        [importId, key],
      )
    )[0]?.body;
  return {
    where: "an answer of an import",
    who: "officer",
    next: async (text) => {
      const [{ seen } = { seen: 0 }] = await yard.query(
        "select sum(version) as seen from import_doubt where import_id = $1",
        [importId],
      );
      const fields = { importId, seen: String(seen), name: text };
      return { action: "answerImportAction", from: paths.import(importId), fields };
    },
    standing: () => stands("name"),
  };
}
