import { connection } from "next/server";

/** Who answers on this port: alive, whether or not its database is. */
export async function GET() {
  await connection();
  return Response.json(
    { installation: process.env.CANDOUR_COOKIE_SUFFIX },
    { headers: { "cache-control": "no-store" } },
  );
}
