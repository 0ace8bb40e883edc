import { createHmac } from "node:crypto";
import type { ClientBase } from "pg";
import { type VerbRule, verbs } from "#db/verbs";
import type { ActorOf, Asker, PersonActor, Writer } from "#lib/access/actor";
import { notePerson } from "#lib/access/asking";
import { personActor } from "#lib/access/person-actor";
import { Refusal } from "#lib/audit/refusal";

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
export async function begin<W extends Writer>(
  client: ClientBase,
  writer: W,
  verb: string,
  options: BeginOptions,
): Promise<ActorOf<W> | "replayed"> {
  await client.query("begin");
  if (writer.kind === "person") return (await beginPerson(client, writer, verb, options)) as ActorOf<W> | "replayed";
  const { kind, reason, organisationId } = writer;
  if (kind === "operator") {
    const given = [reason, verb, organisationId, options.importId ?? null];
    await client.query("select audit.begin_operator($1, $2, $3, $4)", given);
  } else {
    await client.query("select audit.begin_system($1, $2, $3)", [verb, reason, organisationId]);
  }
  return writer as ActorOf<W>;
}

/**
 * Of the act too: two buttons of one form are not one request. Under the session's secret, which the database never holds:
 * a bare digest of what was sent would stay, and confirm a guess of words that were taken out.
 */
const sealed = ({ token }: Asker, request: string) => createHmac("sha256", token).update(request).digest("hex");

const endsSessions = (verb: string) => "session" in ((verbs as Record<string, VerbRule>)[verb]?.writes ?? {});

async function beginPerson(
  client: ClientBase,
  asker: Asker,
  verb: string,
  options: BeginOptions,
): Promise<PersonActor | "replayed"> {
  // Two who end the same sessions at once must not each hold what the other waits for.
  if (endsSessions(verb)) await client.query("select access.hold_sessions($1)", [asker.token]);
  const { rows } = await client.query("select audit.begin_person($1, $2, $3, $4, $5, $6, $7, $8, $9) as actor", [
    asker.token,
    verb,
    options.reason ?? null,
    options.request?.id ?? null,
    options.request ? sealed(asker, `${verb} ${options.request.digest}`) : null,
    asker.origin.address,
    asker.origin.agent,
    options.importId ?? null,
    asker.onBehalfOf ?? null,
  ]);
  const { replayed, ...present } = rows[0].actor;
  if (asker.writtenBy !== undefined && asker.writtenBy !== present.person.id) {
    throw new Refusal("OTHER_PERSON", "This was written by somebody else than you.");
  }
  if (!replayed) notePerson(present.person.id);
  return replayed ? "replayed" : personActor(present, asker);
}
