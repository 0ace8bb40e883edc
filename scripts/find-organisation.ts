import { withClient } from "#db/with-client";

/** Which organisation a command is about, or in words why that is not known. */
export type FoundOrganisation = { id: string } | { message: string };

/** The only one there is, or where there are several the one named by its slug; null where there is none yet. */
export async function findOrganisation(ownerUrl: string, named = ""): Promise<FoundOrganisation | null> {
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ id: string; slug: string }>(
      "select id, slug from organisation order by slug",
    );
    const slugs = rows.map(({ slug }) => slug).join(", ");
    if (named) {
      return (
        rows.find(({ slug }) => slug === named) ?? { message: `There is no organisation ${named}, only: ${slugs}.` }
      );
    }
    return rows.length > 1
      ? { message: `There are several organisations: name one in CANDOUR_ORGANISATION (${slugs}).` }
      : (rows[0] ?? null);
  });
}
