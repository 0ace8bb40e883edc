import { connection } from "next/server";

/** Who answers on this port, for the start script and for whatever watches the service. */
export async function GET() {
  await connection();
  return Response.json(
    { installation: process.env.CANDOUR_COOKIE_SUFFIX },
    { headers: { "cache-control": "no-store" } },
  );
}
