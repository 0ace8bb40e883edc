import { read } from "#bench/ask";
import { fieldsOf } from "#bench/forms";
import { type Act, mustAct } from "#hammer/actions";
import { acts, newestOf } from "#hammer/comments";
import { waitingImport } from "#hammer/imports";
import type { Naughty } from "#hammer/naughty/look";
import { paths } from "#lib/paths";

/** A field whose text is kept: how one more is sent there, and what then stands. */
export type Keeper = {
  where: string;
  who: string;
  next: (text: string) => Promise<Act>;
  /** What stands, after a text was taken. */
  standing: () => Promise<unknown>;
  /** Whether that is what was typed, where it is not kept as words. */
  same?: (text: string, standing: unknown) => boolean;
};

const lead = "lead.assessment";

export async function comment({ yard, cells }: Naughty): Promise<Keeper> {
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

export async function note({ yard, cells }: Naughty): Promise<Keeper> {
  const cell = await cells.cell();
  const stands = () => actualOf(yard, cell.indicator, cell.month);
  let value = 0;
  return {
    where: "the note of a figure",
    who: lead,
    next: async (text) =>
      acts.record(cell, Number((await stands())?.version ?? 0), String(++value % 100), { note: text }),
    standing: async () => (await stands())?.note ?? "",
  };
}

export async function figure({ yard, cells }: Naughty): Promise<Keeper> {
  const cell = await cells.cell();
  const stands = () => actualOf(yard, cell.indicator, cell.month);
  let count = 0;
  return {
    where: "a figure",
    who: lead,
    next: async (text) =>
      acts.record(cell, Number((await stands())?.version ?? 0), text, { note: `Number ${++count}` }),
    standing: async () => (await stands())?.value,
    same: (text, found) => Number(found) === Number(onPlainKeys(text)),
  };
}

/** A figure without what stands between its digits; wide digits are digits. */
const onPlainKeys = (text: string) =>
  text.replace(/[\s,]|%\s*$/g, "").replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - "０".charCodeAt(0)));

const actualOf = async (yard: Naughty["yard"], indicator: string, month: string) =>
  (
    await yard.query(
      `select a.version, a.value::text, w.body as note from actual a left join audit.words w on w.digest = a.note
       where a.indicator_id = $1 and a.month = $2`,
      [indicator, `${month}-01`],
    )
  )[0];

export async function imported({ yard }: Naughty): Promise<Keeper> {
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
    standing: async () => (await stands("name")) ?? "",
  };
}
