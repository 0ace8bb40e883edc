import type { Ask } from "#lib/audit/verify/ask";

/** The logins of the web and of sign-in; null where one connection does all, and nothing is granted. */
export type Logins = { app: string; signIn: string } | null;

const schemas = "('public', 'audit', 'access', 'holding', 'as_of', 'files', 'pgboss')";

// By what makes them and not as PostgreSQL prints them, which differs by its version.
const functions = `select 'function ' || p.oid::regprocedure::text as name,
    md5(concat_ws('|', p.prosrc, l.lanname, p.prosecdef, p.provolatile, array_to_string(p.proconfig, ','), p.proretset, p.prorettype::regtype)) as made
  from pg_proc p join pg_language l on l.oid = p.prolang where p.pronamespace::regnamespace::text in ${schemas}`;

const triggers = `select 'trigger ' || t.tgrelid::regclass || '.' || t.tgname, concat_ws(' ', t.tgenabled,
    md5(concat_ws('|', t.tgtype, t.tgfoid::regproc, encode(t.tgargs, 'hex'), t.tgdeferrable, t.tginitdeferred, t.tgattr::text, t.tgqual is null)))
  from pg_trigger t join pg_class c on c.oid = t.tgrelid
  where not t.tgisinternal and c.relnamespace::regnamespace::text in ${schemas}`;

const constraints = `select 'constraint ' || k.conrelid::regclass || '.' || k.conname, concat(k.contype, case when k.convalidated then '' else ' not valid' end)
  from pg_constraint k where k.conrelid <> 0 and k.contype in ('c', 'f', 'p', 'u', 'x') and k.connamespace::regnamespace::text in ${schemas}`;

const rules = `select 'rule ' || r.ev_class::regclass || '.' || r.rulename, 'there'
  from pg_rewrite r join pg_class c on c.oid = r.ev_class where c.relkind <> 'v' and c.relnamespace::regnamespace::text in ${schemas}`;

// What may be written by which verb is rows, which every start says again.
const verbs = `select 'list of who may do what', md5(string_agg(v::text, '|' order by v.verb)) from audit.verb v
  union all select 'list of what may be written', md5(string_agg(w::text, '|' order by w.verb, w.table_name)) from audit.verb_write w`;

const granted = `select 'grant on ' || g.what || ' to ' || case g.grantee when 0 then 'everybody'
      else case pg_get_userbyid(g.grantee) when $1 then '{app}' when $2 then '{sign-in}' else pg_get_userbyid(g.grantee) end end,
    string_agg(g.privilege_type || case when g.is_grantable then ' with grant' else '' end, ', ' order by g.privilege_type)
  from (
    select 'schema ' || n.nspname as what, n.nspowner as owner, a.* from pg_namespace n, aclexplode(n.nspacl) a where n.nspname in ${schemas}
    union all
    select 'table ' || c.oid::regclass, c.relowner, a.* from pg_class c, aclexplode(c.relacl) a where c.relnamespace::regnamespace::text in ${schemas}
    union all
    select 'column ' || c.oid::regclass || '.' || t.attname, c.relowner, a.* from pg_attribute t join pg_class c on c.oid = t.attrelid, aclexplode(t.attacl) a
      where c.relnamespace::regnamespace::text in ${schemas}
    union all
    select 'function ' || p.oid::regprocedure, p.proowner, a.* from pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
      where p.pronamespace::regnamespace::text in ${schemas}) g
  where g.grantee <> g.owner and g.what not like 'schema public%' group by 1`;

/** What migrations, verbs and grants make of a database, a line each: its functions, triggers, constraints, and who may what. */
export async function listMade(ask: Ask, logins: Logins): Promise<string[]> {
  const parts = [functions, triggers, constraints, rules, verbs, ...(logins ? [granted] : [])];
  const rows = await ask<{ name: string; made: string }>(
    `select name, made from (${parts.join(" union all ")}) found (name, made)`,
    logins ? [logins.app, logins.signIn] : [],
  );
  return rows.map(({ name, made }) => `${name}: ${made}`).toSorted();
}
