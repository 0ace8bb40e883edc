import { setTimeout as pause } from "node:timers/promises";
import { drizzle } from "drizzle-orm/node-postgres";
import { type Database, isPlannedBefore } from "#db/client";
import type { ActorOf, Asker, Writer } from "#lib/access/actor";
import type { VerbOf } from "#lib/access/permissions";
import { forget } from "#lib/access/remembered";
import { type BeginOptions, begin } from "#lib/audit/begin";
import { connect } from "#lib/audit/connect";
import { databaseError, databaseRefusal } from "#lib/audit/database-refusal";
import { type AboutOrLookUp, enterRefusal, type Tried } from "#lib/audit/enter-refusal";
import { otherPerson } from "#lib/audit/other-person";
import { Refusal } from "#lib/audit/refusal";

export type PerformOptions = BeginOptions & { about?: AboutOrLookUp; tried?: Tried };

/** Only a form's request can have been done already. */
export type Performed<W extends Writer, T> = W extends Asker ? T | undefined : T;

export type Work<W extends Writer, T> = (tx: Database, actor: ActorOf<W>) => Promise<T>;

const retried = new Set(["40P01", "40001"]);

async function attempt<W extends Writer, T>(
  writer: W,
  verb: VerbOf<W>,
  work: Work<W, T>,
  options: PerformOptions,
  ending: "commit" | "rollback" = "commit",
): Promise<T | undefined> {
  const { client, release } = await connect(writer);
  let broken: Error | undefined;
  try {
    const present = await begin(client, writer, verb, options);
    if (present === "replayed") {
      await client.query("rollback");
      return undefined;
    }
    const result = await work(drizzle(client), present);
    await client.query(ending);
    if (ending === "commit") forget();
    return result;
  } catch (error) {
    await client.query("rollback").catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    await release(broken);
  }
}

const mayRetry = (error: unknown) => {
  const found = databaseError(error);
  const isTransient = found !== null && (retried.has(found.code) || found.constraint === "request_done_once");
  return isTransient || isPlannedBefore(error);
};

/** Who was in each other's way is kept apart by a pause of its own length. */
async function retrying<T>(work: () => Promise<T>, times = 3): Promise<T> {
  return work().catch(async (error: unknown) => {
    if (times === 0 || !mayRetry(error)) throw error;
    await pause(Math.random() * 50);
    return retrying(work, times - 1);
  });
}

/**
 * The only way to write, for persons, commands and Candour itself: one transaction, begun by the door of whoever writes,
 * entered in the trail; the door asks for the permission, with the roles held at that moment. Answers what `work` answers, or
 * undefined when this very request was already done. A refusal is entered too, after the rollback. Throws `Refusal`.
 */
export async function perform<W extends Writer, T>(
  writer: W,
  verb: VerbOf<W>,
  work: Work<W, T>,
  options: PerformOptions = {},
): Promise<Performed<W, T>> {
  try {
    return (await retrying(() => attempt(writer, verb, work, options))) as Performed<W, T>;
  } catch (error) {
    const found = error instanceof Refusal ? error : databaseRefusal(error);
    // Who is refused anything by a form of somebody else's was asked nothing of their own.
    const refusal = found && ((writer.kind === "person" && (await otherPerson(writer))) || found);
    if (refusal) await enterRefusal(writer, verb, refusal, options.about, options.tried);
    throw refusal ?? error;
  }
}

/**
 * What `work` would answer, and what it would be refused, with nothing done: its transaction is rolled back, so that what is
 * previewed is worked out by whatever does it. Nothing is entered, and a refusal neither. Throws `Refusal`.
 */
export async function rehearse<T>(asker: Asker, verb: VerbOf<Asker>, work: Work<Asker, T>): Promise<T> {
  try {
    return (await retrying(() => attempt(asker, verb, work, {}, "rollback"))) as T;
  } catch (error) {
    throw databaseRefusal(error) ?? error;
  }
}
