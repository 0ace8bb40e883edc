import { connection } from "next/server";
import { reachesDatabase } from "#db/reaches-database";

/** Who answers on this port, and whether with a database: for the start script, for a page that waits, for whatever watches the service. */
export async function GET() {
  await connection();
  const isWhole = await reachesDatabase();
  return Response.json(
    { installation: process.env.CANDOUR_COOKIE_SUFFIX, database: isWhole ? "reached" : "unavailable" },
    { status: isWhole ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}
