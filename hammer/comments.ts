import { randomUUID } from "node:crypto";
import { read } from "#bench/ask";
import { fieldsOf } from "#bench/forms";
import { type Act, type Fields, mustAct } from "#hammer/actions";
import type { Cell } from "#hammer/cells";
import type { Yard } from "#hammer/yard";
import { paths } from "#lib/paths";
import { chosenKey } from "#lib/rules/chosen-rows";
import { rowKey } from "#lib/rules/return-row";

const [lead, head] = ["lead.assessment", "head"];
const returnPage = "/returns/2014-01";

/** A newest revision as somebody has it before them. */
export type Seen = { revision: string; seen: string };
export const nothingSeen: Seen = { revision: "", seen: "0" };

const asked = (): Fields => ({ request: randomUUID() });

/** Asked for where a comment explains the figure. */
const why: Fields = { because: "recounted", why: "" };

/** What people do to a cell, each as one form sent from the page that has it. */
export const acts = {
  /** By somebody who says yes where a figure is asked about. */
  record: ({ indicator, month }: Cell, seen: number, value: string, more: Fields = {}): Act => ({
    action: "recordActualAction",
    from: returnPage,
    fields: { ...asked(), indicator, month, seen: String(seen), value, sure: value, ...why, ...more },
  }),
  clear: ({ indicator, month }: Cell, seen: number): Act => ({
    action: "clearActualAction",
    from: returnPage,
    fields: { ...asked(), indicator, month, seen: String(seen), ...why },
  }),
  paste: ({ indicator, ref, month }: Cell): Act => ({
    action: "pasteActualsAction",
    from: paths.paste(month),
    fields: {
      ...asked(),
      month,
      start: indicator,
      block: `PI ref\t${month}\n${ref}\t68`,
      "answer.0": "68",
      does: "record",
      seen: JSON.stringify({ [`${rowKey(indicator)} ${month}`]: 0 }),
    },
  }),
  takeBack: ({ action, month }: { action: string; month: string }): Act => ({
    action: "takeBackActualsAction",
    from: paths.return(month),
    fields: { ...asked(), action, month },
  }),
  write: (
    { indicator, month, page }: Cell,
    as: "draft" | "submission",
    body: string,
    seen: Seen = nothingSeen,
  ): Act => ({
    action: "writeCommentAction",
    from: page,
    fields: { ...asked(), indicator, month, ...seen, body, as },
  }),
  withdraw: ({ page }: Cell, { revision }: Seen): Act => ({
    action: "withdrawCommentAction",
    from: page,
    fields: { ...asked(), revision },
  }),
  approve: (figure: Fields): Act => ({
    action: "approveCommentAction",
    from: paths.approvals(),
    fields: { ...figure, ...asked() },
  }),
  approveSeveral: ({ revision = "", ...figure }: Fields): Act => {
    const fields = { ...figure, ...asked(), revision, chosen: "on" };
    const key = chosenKey(revision);
    return {
      action: "approveSeveralAction",
      from: paths.together(),
      fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${key}.${name}`, value])),
    };
  },
  giveBack: ({ revision }: Seen, reason: string): Act => ({
    action: "returnCommentAction",
    from: paths.approvals(),
    fields: { ...asked(), revision, reason },
  }),
  withdrawApproval: ({ revision }: Seen, reason: string): Act => ({
    action: "withdrawApprovalAction",
    from: paths.approvals(),
    fields: { ...asked(), revision, reason },
  }),
};

/** The newest revision of a cell. */
export async function newestOf({ query }: Yard, { indicator, month }: Cell): Promise<Seen> {
  const [found] = await query(
    "select id, version from comment_revision where indicator_id = $1 and month = $2 order by number desc limit 1",
    [indicator, `${month}-01`],
  );
  return found ? { revision: String(found.id), seen: String(found.version) } : nothingSeen;
}

/** A cell's figure, pasted. */
export async function pasted(yard: Yard, cell: Cell): Promise<{ action: string; month: string }> {
  await mustAct(yard, lead, acts.paste(cell));
  const [found] = await yard.query("select action from audit.entry where indicator = $1 and month = $2", [
    cell.indicator,
    `${cell.month}-01`,
  ]);
  return { action: String(found?.action), month: cell.month };
}

/** A comment on a figure, submitted; with what its head of service then has on the screen. */
export async function submitted(
  yard: Yard,
  cell: Cell,
  body = "The first words.",
): Promise<{ seen: Seen; figure: Fields }> {
  await mustAct(yard, lead, acts.record(cell, 0, "68"));
  await mustAct(yard, lead, acts.write(cell, "submission", body));
  const seen = await newestOf(yard, cell);
  const { body: page } = await read(yard.url + paths.approvals({ revision: seen.revision }), yard.asker(head).cookie);
  const { revision, seen: version, figure, missing, grade } = fieldsOf(page, "revision", "seen", "figure", "grade");
  return {
    seen,
    figure: { revision: revision!, seen: version!, figure: figure!, missing: missing ?? "", grade: grade! },
  };
}

/** The same, approved. */
export async function approved(yard: Yard, cell: Cell): Promise<{ seen: Seen; figure: Fields }> {
  const waiting = await submitted(yard, cell);
  await mustAct(yard, head, acts.approve(waiting.figure));
  return { ...waiting, seen: await newestOf(yard, cell) };
}
