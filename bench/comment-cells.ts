import { randomUUID } from "node:crypto";
import { findAction, requireDone, type SendAction } from "#bench/action";
import { read } from "#bench/ask";
import { fieldsOf } from "#bench/forms";
import { commentPages, waitingRevisions } from "#bench/ready-comments";
import type { Server } from "#bench/servers";
import { signIn } from "#bench/sign-in";
import type { Thrown } from "#bench/yard";
import { paths } from "#lib/paths";

type Fields = Record<string, string>;

/** Many digits in a row could be somebody's number, about which whoever writes them is asked. */
const unlikeANumber = (words: string) => words.replaceAll(/\d/g, (digit) => "ghijklmnop".charAt(Number(digit)));

/** Comments that a lead writes and a head decides on by the forms of their pages: what to send is read first, and then sent. */
export async function openComments(product: Server, { urls }: Thrown) {
  const pages = await commentPages(urls.owner);
  const [lead, head] = [await signIn(product, "lead.assessment"), await signIn(product, "head")];
  const waiting = () => waitingRevisions(urls.owner);
  const formOn = async (page: string, cookie: string, ...names: string[]): Promise<Fields> => ({
    ...fieldsOf((await read(product.url + page, cookie)).body, ...names),
    request: randomUUID(),
  });
  const done = { submit: 0, approve: 0, return: 0 };
  const sending = (verb: keyof typeof done, send: SendAction, fields: Fields, page: string) => async () => {
    const answer = requireDone(await send(fields, page));
    done[verb]++;
    return answer;
  };
  const write = await findAction(product, pages[0]!, "writeCommentAction", lead);

  const submissions = () =>
    Promise.all(
      pages.map(async (page) => {
        const fields = await formOn(page, lead, "indicator", "month", "revision", "seen", "body");
        const body = `The rota was changed (${unlikeANumber(randomUUID())}).`;
        return sending("submit", write, { ...fields, body, as: "submission" }, page);
      }),
    );
  const someWait = async () => {
    if ((await waiting()).length === 0) for (const send of await submissions()) await send();
    return waiting();
  };
  const queue = paths.approvals({ revision: (await someWait())[0] });
  const [approve, giveBack] = [
    await findAction(product, queue, "approveCommentAction", head),
    await findAction(product, queue, "returnCommentAction", head),
  ];
  const approvals = async () =>
    Promise.all(
      (await someWait()).map(async (revision) => {
        const page = paths.approvals({ revision });
        const fields = await formOn(page, head, "revision", "seen", "figure", "grade");
        return sending("approve", approve, fields, page);
      }),
    );
  const returns = async () =>
    (await someWait()).map((revision) => {
      const fields = { revision, request: randomUUID(), reason: "Say what is done about it." };
      return sending("return", giveBack, fields, paths.approvals({ revision }));
    });
  const noneWait = async () => {
    for (const send of (await waiting()).length > 0 ? await returns() : []) await send();
  };
  return {
    done,
    submit: async () => {
      await noneWait();
      return submissions();
    },
    approve: approvals,
    return: returns,
  };
}
