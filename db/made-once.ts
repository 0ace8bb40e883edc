import { is, Placeholder } from "drizzle-orm";
import type { Database } from "#db/client";

type Prepared<Rows> = {
  execute: (values?: Record<string, unknown>) => Promise<Rows>;
  getQuery: () => { sql: string; params: unknown[] };
};
type Query<Rows> = { prepare: (name: string) => Prepared<Rows> };

/**
 * A query whose text is made once for each of its shapes and each pool or connection that it is asked of; for reads of the past,
 * each time. What is asked for are placeholders, all of it, since what one person asked would else be answered to all; a month is
 * given as its first day, because drizzle passes on what stands for them as it is.
 */
export function madeOnce<Shape extends Readonly<Record<string, string | boolean>>, Rows>(
  make: (db: Database, shape: Shape) => Query<Rows>,
): (db: Database, shape: Shape, asked: Record<string, unknown>) => Promise<Rows> {
  const made = new WeakMap<object, Map<string, Prepared<Rows>>>();
  return (db, shape, asked) => {
    const { $client: client = db } = db as { $client?: object };
    const known = made.get(client) ?? new Map<string, Prepared<Rows>>();
    made.set(client, known);
    const key = Object.values(shape).join();
    const query = known.get(key) ?? withPlaceholders(make(db, shape).prepare(namedByText));
    known.set(key, query);
    return query.execute(asked);
  };
}

// A connection names each statement by its text, `nameStatements`.
const namedByText = undefined as unknown as string;

function withPlaceholders<P extends Pick<Prepared<unknown>, "getQuery">>(query: P): P {
  const { sql, params } = query.getQuery();
  const fixed = params.findIndex((each) => !is(each, Placeholder));
  if (fixed >= 0) throw new Error(`$${fixed + 1} is no placeholder: ${sql}`);
  return query;
}
