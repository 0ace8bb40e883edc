import { drizzle } from "drizzle-orm/node-postgres";
import type { PoolClient } from "pg";
import { appPool, type Database } from "#db/client";
import type { Actor } from "#lib/access/actor";
import { may, type Verb } from "#lib/access/permissions";
import { databaseError, databaseRefusal } from "#lib/audit/database-refusal";
import { type About, enterRefusal } from "#lib/audit/enter-refusal";
import { Refusal } from "#lib/audit/refusal";

export type PerformOptions = {
  reason?: string;
  /** The form's request id and a digest of what it sent: a retry is not done twice. */
  request?: { id: string; digest: string };
  about?: About;
  importId?: string;
};

export type Work<T> = (tx: Database, actor: Actor) => Promise<T>;

const retried = new Set(["40P01", "40001"]);

async function begin(
  client: PoolClient,
  actor: Actor,
  verb: Verb,
  options: PerformOptions,
): Promise<Actor | "replayed"> {
  await client.query("begin");
  const { rows } = await client.query("select audit.begin($1, $2, $3, $4, $5, $6, $7, $8) as actor", [
    actor.token,
    verb,
    options.reason ?? null,
    options.request?.id ?? null,
    // Of the act too: two buttons of one form are not one request.
    options.request ? `${verb} ${options.request.digest}` : null,
    actor.origin.address,
    actor.origin.agent,
    options.importId ?? null,
  ]);
  return rows[0].actor.replayed ? "replayed" : { ...rows[0].actor, token: actor.token, origin: actor.origin };
}

async function attempt<T>(actor: Actor, verb: Verb, work: Work<T>, options: PerformOptions): Promise<T | undefined> {
  const client = await appPool().connect();
  let broken: Error | undefined;
  try {
    const present = await begin(client, actor, verb, options);
    if (present === "replayed") {
      await client.query("rollback");
      return undefined;
    }
    if (!may(present, verb)) throw new Refusal("WRONG_ROLE", "Your role does not allow this.");
    const result = await work(drizzle(client), present);
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch((failure: Error) => {
      broken = failure;
    });
    throw databaseRefusal(error) ?? error;
  } finally {
    client.release(broken);
  }
}

const mayRetry = (error: unknown) => {
  const found = databaseError(error);
  return found !== null && (retried.has(found.code) || found.constraint === "request_done_once");
};

/**
 * The only way to write: one transaction, begun by the person's live session, entered in the trail, asked for its
 * permission with the roles held at that moment. Answers what `work` answers, or undefined when this very request
 * was already done. A refusal is entered too, after the rollback. Throws `Refusal`.
 */
export async function perform<T>(
  actor: Actor,
  verb: Verb,
  work: Work<T>,
  options: PerformOptions = {},
): Promise<T | undefined> {
  try {
    return await attempt(actor, verb, work, options).catch((error: unknown) => {
      if (mayRetry(error)) return attempt(actor, verb, work, options);
      throw error;
    });
  } catch (error) {
    if (error instanceof Refusal) await enterRefusal(actor, verb, error, options.about);
    throw error;
  }
}
