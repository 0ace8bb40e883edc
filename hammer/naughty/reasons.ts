import { mustAct } from "#hammer/actions";
import { expendable, signInAnew } from "#hammer/askers";
import { acts, approved, newestOf, nothingSeen } from "#hammer/comments";
import type { Keeper } from "#hammer/naughty/keepers";
import type { Naughty } from "#hammer/naughty/look";
import { paths } from "#lib/paths";

const [lead, head] = ["lead.assessment", "head"];

const newestReason = async (yard: Naughty["yard"], verb: string) =>
  (
    await yard.query(
      `select w.body from audit.action a left join audit.words w on w.digest = a.reason
       where a.verb = $1 and a.outcome = 'done' order by a.begun_at desc limit 1`,
      [verb],
    )
  )[0]?.body;

export async function returned({ yard, cells }: Naughty): Promise<Keeper> {
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

export async function withdrawn({ yard, cells }: Naughty): Promise<Keeper> {
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

export async function sessionsEnded({ yard }: Naughty): Promise<Keeper> {
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
