-- Who signs in at an issuer with a verified address of a domain, and in a group where one is named, comes in without an
-- invitation and holds what a rule gives: never to decide who comes in, nor to read everything.
CREATE TABLE "sign_in_rule" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"issuer" text NOT NULL,
	"domain" text NOT NULL,
	"in_group" text,
	"role" text NOT NULL,
	"team_id" uuid,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"made_by" uuid,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	CONSTRAINT "rule_makes_no_officer_nor_auditor" CHECK ("sign_in_rule"."role" in ('team lead', 'head of service', 'reader')),
	CONSTRAINT "rule_with_team_for_team_roles_alone" CHECK (("sign_in_rule"."team_id" is not null) = ("sign_in_rule"."role" in ('team lead', 'head of service'))),
	CONSTRAINT "rule_issuer_can_be_shown" CHECK (length("sign_in_rule"."issuer") <= 500 and audit.has_visible("sign_in_rule"."issuer")),
	CONSTRAINT "rule_group_can_be_shown" CHECK (length("sign_in_rule"."in_group") <= 200 and audit.has_visible("sign_in_rule"."in_group")),
	CONSTRAINT "rule_of_a_domain" CHECK ("sign_in_rule"."domain" ~ '^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?[.])+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$' and length("sign_in_rule"."domain") <= 253)
);
--> statement-breakpoint
ALTER TABLE "role_grant" ADD COLUMN "rule_id" uuid;--> statement-breakpoint
ALTER TABLE "sign_in_rule" ADD CONSTRAINT "sign_in_rule_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_rule" ADD CONSTRAINT "sign_in_rule_team_id_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_rule" ADD CONSTRAINT "sign_in_rule_made_by_person_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_rule" ADD CONSTRAINT "sign_in_rule_ended_by_person_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_rule" ADD CONSTRAINT "rule_for_a_team_of_its_organisation" FOREIGN KEY ("organisation_id","team_id") REFERENCES "public"."team"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_rule_of_a_kind" ON "sign_in_rule" USING btree ("organisation_id","issuer","domain",coalesce("in_group", ''),"role",coalesce("team_id", '00000000-0000-0000-0000-000000000000')) WHERE "sign_in_rule"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "rule_by_issuer" ON "sign_in_rule" USING btree ("issuer","domain");--> statement-breakpoint
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_rule_id_sign_in_rule_id_fk" FOREIGN KEY ("rule_id") REFERENCES "public"."sign_in_rule"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grant" ADD CONSTRAINT "granted_by_somebody_or_a_rule" CHECK (num_nonnulls("role_grant"."granted_by", "role_grant"."rule_id") <= 1);
--> statement-breakpoint
select audit.watch('sign_in_rule', '{organisation_id,issuer,domain,in_group,role,team_id,made_at,made_by}');
--> statement-breakpoint
create trigger keep_fact before update on public.sign_in_rule for each row execute function audit.keep_fact('ended_at', 'ended_by');
--> statement-breakpoint
alter table public.sign_in_rule enable always trigger keep_fact;
--> statement-breakpoint

-- As they were, with why somebody does not come by a rule, and that somebody came.
do $do$
declare
  held record;
begin
  for held in
    select c.conrelid::regclass as of_table, c.conname as name, replace(pg_get_constraintdef(c.oid), added.behind, added.behind || added.more) as becomes
    from (values
      ('audit.action'::regclass, 'refusal_code_is_known', $$'NOT_LINKED'::text$$,
        $$, 'EMAIL_NOT_VERIFIED'::text, 'GROUPS_NOT_TOLD'::text, 'KNOWN_ALREADY'::text, 'TWO_ORGANISATIONS'::text$$),
      ('public.notice'::regclass, 'notice_kind_is_known', $$'password set'::text$$, $$, 'came by a rule'::text$$),
      ('public.notice'::regclass, 'notice_of_a_month_or_of_none', $$'password set'::text$$, $$, 'came by a rule'::text$$)
    ) added (of_table, name, behind, more) join pg_constraint c on c.conrelid = added.of_table and c.conname = added.name
  loop
    execute format('alter table %s drop constraint %I, add constraint %I %s', held.of_table, held.name, held.name, held.becomes);
  end loop;
end $do$;
--> statement-breakpoint

-- As it was; and by which rule a role was granted never changes either.
do $do$
declare
  guards text := (select pg_get_triggerdef(t.oid) from pg_trigger t where t.tgrelid = 'public.role_grant'::regclass and t.tgname = 'guard_row');
begin
  drop trigger guard_row on public.role_grant;
  execute replace(guards, 'granted_by', 'granted_by,rule_id');
  alter table public.role_grant enable always trigger guard_row;
end $do$;
--> statement-breakpoint

-- Lets in who comes for the first time with an account at an issuer, by the rules that are for their address and their groups,
-- each with what it gives; and tells the performance officers. The address is null where the issuer does not say that it is
-- theirs, the groups are where it says that there are too many. Answers null, or why they are not let in.
create function access.come_by_rule(issuer text, subject text, email text, called text, groups text[], address text, agent text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  by_issuer text := regexp_replace(come_by_rule.issuer, '/$', '');
  of_domain text := lower(split_part(come_by_rule.email, '@', 2));
  found_rules public.sign_in_rule[];
  given audit.action;
begin
  if not exists (select from public.sign_in_rule r where r.issuer = by_issuer and r.ended_at is null) then
    return 'NOT_LINKED';
  end if;
  if come_by_rule.email is null then
    return 'EMAIL_NOT_VERIFIED';
  end if;
  -- A rule that is being ended is waited for.
  perform from public.sign_in_rule r where r.issuer = by_issuer and r.domain = of_domain and r.ended_at is null order by r.id for share;
  if come_by_rule.groups is null
    and exists (select from public.sign_in_rule r where r.issuer = by_issuer and r.domain = of_domain and r.in_group is not null and r.ended_at is null)
  then
    return 'GROUPS_NOT_TOLD';
  end if;
  select array_agg(r order by r.made_at, r.id) into found_rules from public.sign_in_rule r
  where r.issuer = by_issuer and r.domain = of_domain and r.ended_at is null and (r.in_group is null or r.in_group = any (come_by_rule.groups));
  if found_rules is null then
    return 'NOT_LINKED';
  end if;
  if exists (select from unnest(found_rules) r where r.organisation_id <> found_rules[1].organisation_id) then
    return 'TWO_ORGANISATIONS';
  end if;
  -- An address says nothing of whose an account is, and an account that was somebody's stays theirs.
  if exists (select from public.person p where lower(p.email) = lower(come_by_rule.email))
    or exists (select from public.openid_link l where l.issuer = come_by_rule.issuer and l.subject = come_by_rule.subject)
  then
    return 'KNOWN_ALREADY';
  end if;
  given.organisation := found_rules[1].organisation_id;
  given.kind := 'sign-in';
  given.person := gen_random_uuid();
  given.verb := 'sign_in_rule.follow';
  given.address := come_by_rule.address;
  given.agent := come_by_rule.agent;
  given.outcome := 'done';
  given := audit.open_action(given);
  insert into public.person (id, email, name) values (given.person, come_by_rule.email, come_by_rule.called);
  insert into public.role_grant (organisation_id, person_id, role, team_id, rule_id)
  select distinct on (r.role, r.team_id) r.organisation_id, given.person, r.role, r.team_id, r.id
  from unnest(found_rules) r order by r.role, r.team_id, r.made_at, r.id;
  insert into public.openid_link (person_id, issuer, subject, linked_by)
  values (given.person, come_by_rule.issuer, come_by_rule.subject, given.person);
  insert into public.notice (person_id, kind, of_row)
  select distinct g.person_id, 'came by a rule', given.person
  from public.role_grant g join public.person p on p.id = g.person_id
  where g.organisation_id = given.organisation and g.role = 'performance officer' and holding.is_held(g) and p.disabled_at is null;
  return null;
end $$;
--> statement-breakpoint

-- As it was, with this door.
do $do$
begin
  execute replace(pg_get_functiondef('audit.require_door'::regproc), '|accept_invitation', '|accept_invitation|come_by_rule');
end $do$;
--> statement-breakpoint

-- As it was, with who came by a rule, to who is a performance officer of theirs still.
do $do$
begin
  execute replace(pg_get_functiondef('holding.notices_of'::regproc), $was$and case when n.kind in$was$,
    $came$and case when n.kind = 'came by a rule' then of_all and exists (select from role_grant g where g.person_id = n.of_row and g.organisation_id = in_organisation)
      when n.kind in$came$);
end $do$;
--> statement-breakpoint

-- A start misses this one too.
do $do$
begin
  execute regexp_replace(pg_get_functiondef('audit.unwatched'::regproc), '\s*\) needed \(relation, trigger\)', $needed$,
    ('sign_in_rule', 'keep_fact')
  ) needed (relation, trigger)$needed$);
end $do$;
