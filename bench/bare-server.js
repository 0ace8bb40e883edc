import { createServer } from "node:http";
import pg from "pg";

// The other yardstick: the same table and the same save by `node` and `pg` alone.
const pool = new pg.Pool({ connectionString: process.env.BARE_DATABASE_URL, idleTimeoutMillis: 0 });

async function page() {
  const { rows } = await pool.query(
    "select line, array_agg(value order by place) as cells from cell group by line order by line",
  );
  const lines = rows.map(({ cells }) => `<tr>${cells.map((value) => `<td>${value}</td>`).join("")}</tr>`);
  return `<!doctype html><title>The bare minimum</title><table><tbody>${lines.join("")}</tbody></table>`;
}

async function save({ cell, value }) {
  const client = await pool.connect();
  try {
    await client.query("begin");
    await client.query("select version from cell where id = $1 for update", [cell]);
    const { rows } = await client.query(
      "update cell set value = $2, version = version + 1 where id = $1 returning version",
      [cell, value],
    );
    await client.query("commit");
    return { ok: true, version: rows[0].version };
  } finally {
    client.release();
  }
}

createServer(async (request, response) => {
  if (request.method === "GET") {
    response.setHeader("Content-Type", "text/html; charset=utf-8").end(await page());
    return;
  }
  const parts = [];
  for await (const part of request) parts.push(part);
  response.end(JSON.stringify(await save(JSON.parse(Buffer.concat(parts)))));
}).listen(Number(process.env.PORT), "127.0.0.1");
