"use server";

import { pool } from "../pool";

/** The plain save: four round trips, nobody signed in; the table's trigger makes the entry. */
export async function saveAction(_before, form) {
  const client = await pool.connect();
  try {
    await client.query("begin");
    await client.query("select version from cell where id = $1 for update", [form.get("cell")]);
    const { rows } = await client.query(
      "update cell set value = $2, version = version + 1 where id = $1 returning version",
      [form.get("cell"), form.get("value")],
    );
    await client.query("commit");
    return { ok: true, version: rows[0].version };
  } finally {
    client.release();
  }
}
