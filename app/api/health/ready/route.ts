import { connection } from "next/server";
import { reachesDatabase } from "#db/reaches-database";

/** Whether pages can be answered now: 503 while there is no database. For a page that waits, and for whatever sends people here. */
export async function GET() {
  await connection();
  const isReady = await reachesDatabase();
  return Response.json(
    { database: isReady ? "reached" : "unavailable" },
    { status: isReady ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}
