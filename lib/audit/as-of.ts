import { pastPool, readInside } from "#db/client";
import { rethrowMarked } from "#db/mark-unavailable";

// A view's plan takes longer to make than to run, and is as good for any cut: it is made once a connection.
const standAt = (
  cut: number,
) => `begin read only; set local search_path = as_of; set local plan_cache_mode = force_generic_plan;
  select set_config('as_of.snapshot', c.snapshot::text, true), set_config('as_of.newest', c.newest::text, true),
    set_config('as_of.first', i.first_position::text, true), set_config('as_of.at', c.taken_at::text, true)
  from audit.cut c join audit.incarnation i on i.number = c.incarnation where c.number = ${BigInt(cut)}`;

/**
 * Runs reads as of a cut: `database()` finds the transaction, in which every table's name is that of its view of the past, so
 * the queries are those of the present. Nothing is written there. What asks who somebody is, and what they may, asks before.
 */
export async function asOf<T>(cut: number, read: () => Promise<T>): Promise<T> {
  const client = await pastPool().connect().catch(rethrowMarked);
  let broken: Error | undefined;
  try {
    await client.query(standAt(cut)).catch(rethrowMarked);
    return await readInside(client, read);
  } catch (error) {
    return rethrowMarked(error);
  } finally {
    await client.query("commit").catch((failure: Error) => {
      broken = failure;
    });
    client.release(broken);
  }
}
