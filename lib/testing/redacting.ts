import type { TestDatabase } from "#db/testing/use-database";
import { getRedaction } from "#lib/redactions/get-redaction";
import { proposeRedaction } from "#lib/redactions/propose-redaction";
import { redactWords } from "#lib/redactions/redact-words";
import type { World } from "#lib/testing/world";

type Who = keyof World["actors"];

export const authority = "the data protection officer, article 17 request of 3 March";

/** What two people do to redact words, as their screens would send it. */
export const redacting = (world: () => World, test: TestDatabase) => {
  const digestOf = async (body: string) => {
    const [kept] = await test.asOwner("select digest from audit.words where body = $1 order by digest limit 1", [body]);
    return String(kept?.digest);
  };
  const propose = async (who: Who, body: string, passage: string | null = null, said = authority) =>
    (await proposeRedaction(world().actors[who], { digest: await digestOf(body), passage, authority: said }))!.id;
  const seen = async (who: Who, id: string) => {
    const found = await getRedaction(world().actors[who], id);
    return { id, seen: found?.version ?? 0, texts: found?.texts ?? "0".repeat(32) };
  };
  const confirm = async (who: Who, id: string) => redactWords(world().actors[who], await seen(who, id));
  return { digestOf, propose, seen, confirm };
};

/** Every table of the database, of every schema, that has one of some texts anywhere in a row. */
export async function standsIn(test: TestDatabase, texts: readonly string[]): Promise<string[]> {
  const tables = await test.asOwner(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') order by 1`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const [held] = await test.asOwner(
      `select count(*)::int as n from ${String(name)} t where exists (select from unnest($1::text[]) s where position(s in t::text) > 0)`,
      [texts],
    );
    if (held?.n !== 0) found.push(String(name));
  }
  return found;
}
