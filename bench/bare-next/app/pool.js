import pg from "pg";

// The bundler makes several copies of this module in one process; there must be one pool.
globalThis.pool ??= new pg.Pool({ connectionString: process.env.BARE_DATABASE_URL, idleTimeoutMillis: 0 });

export const pool = globalThis.pool;
