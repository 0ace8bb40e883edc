import { withClient } from "#db/with-client";

const invites = 'npm run people:invite -- ann@example.gov.uk --role "performance officer"';

/** On a council's own database: what to do while no performance officer can sign in yet. */
export async function sayWhatComesNext(ownerUrl: string): Promise<void> {
  const next = await whatComesNext(ownerUrl);
  if (next) console.log(`\n${next}`);
}

/** In words, or null once an officer can sign in: from then on the screens say it. */
export async function whatComesNext(ownerUrl: string): Promise<string | null> {
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ email: string; can_sign_in: boolean }>(
      `select p.email, access.can_sign_in(p.id) as can_sign_in
       from role_grant g join person p on p.id = g.person_id and p.disabled_at is null
       where g.role = 'performance officer' and holding.is_held(g) order by can_sign_in desc, g.granted_at`,
    );
    const [first] = rows;
    if (!first) {
      return [
        "Nobody can sign in yet. Invite the first performance officer, from this folder with the same environment:",
        `  ${invites}`,
        "It prints a link by which they set their password. Once they sign in, Candour leads them through the rest.",
      ].join("\n");
    }
    if (first.can_sign_in) return null;
    return [
      `${first.email} was invited as performance officer, and cannot sign in yet. If their link is lost or older than seven days:`,
      `  ${invites.replace("ann@example.gov.uk", first.email)} --new-link`,
    ].join("\n");
  });
}
