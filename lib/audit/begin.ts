import { createHmac } from "node:crypto";
import type { ClientBase } from "pg";
import type { Actor, PersonActor } from "#lib/access/actor";

/** The id in a rendered form and a digest of what was sent with it: a retry is not done twice. */
export type FormRequest = { id: string; digest: string };

export type BeginOptions = {
  reason?: string;
  request?: FormRequest;
  importId?: string;
};

/**
 * Opens the transaction's one action by the door of whoever writes, and answers them as they are now: a person with the
 * roles that are locked until the transaction ends, or as a deputy with those of whom they stand for. "replayed": this very
 * request was already done.
 */
export async function begin<A extends Actor>(
  client: ClientBase,
  actor: A,
  verb: string,
  options: BeginOptions,
): Promise<A | "replayed"> {
  await client.query("begin");
  switch (actor.kind) {
    case "person":
      return (await beginPerson(client, actor, verb, options)) as A | "replayed";
    case "operator":
      await client.query("select audit.begin_operator($1, $2, $3, $4)", [
        actor.reason,
        verb,
        actor.organisationId,
        options.importId ?? null,
      ]);
      return actor;
    case "system":
      await client.query("select audit.begin_system($1, $2, $3)", [verb, actor.reason, actor.organisationId]);
      return actor;
  }
}

/**
 * Of the act too: two buttons of one form are not one request. Under the session's secret, which the database never holds:
 * a bare digest of what was sent would stay, and confirm a guess of words that were taken out.
 */
const sealed = ({ token }: PersonActor, request: string) => createHmac("sha256", token).update(request).digest("hex");

async function beginPerson(client: ClientBase, actor: PersonActor, verb: string, options: BeginOptions) {
  const { rows } = await client.query("select audit.begin_person($1, $2, $3, $4, $5, $6, $7, $8, $9) as actor", [
    actor.token,
    verb,
    options.reason ?? null,
    options.request?.id ?? null,
    options.request ? sealed(actor, `${verb} ${options.request.digest}`) : null,
    actor.origin.address,
    actor.origin.agent,
    options.importId ?? null,
    actor.onBehalfOf ?? null,
  ]);
  const { replayed, ...present } = rows[0].actor;
  return replayed ? "replayed" : { ...present, token: actor.token, origin: actor.origin };
}
