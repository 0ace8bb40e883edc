-- Words that must go are redacted by two people: proposed by one, on an authority, and confirmed by another. No row and no
-- entry that holds their digest changes.
CREATE TABLE "redaction" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"digest" text NOT NULL,
	"passage" text,
	"authority" text NOT NULL,
	"proposed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"proposed_by" uuid NOT NULL,
	"confirmed_at" timestamp with time zone,
	"confirmed_by" uuid,
	"refused_at" timestamp with time zone,
	"refused_by" uuid,
	"refused_reason" text,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "redaction_has_a_digest" CHECK ("redaction"."digest" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "redaction_of_some_words" CHECK ("redaction"."passage" <> ''),
	CONSTRAINT "redaction_on_an_authority" CHECK ("redaction"."authority" <> ''),
	CONSTRAINT "redaction_confirmed_by_somebody" CHECK (("redaction"."confirmed_at" is null) = ("redaction"."confirmed_by" is null)),
	CONSTRAINT "redaction_confirmed_by_another" CHECK ("redaction"."confirmed_by" <> "redaction"."proposed_by"),
	CONSTRAINT "redaction_refused_by_somebody" CHECK (("redaction"."refused_at" is null) = ("redaction"."refused_by" is null)),
	CONSTRAINT "redaction_refused_by_another" CHECK ("redaction"."refused_by" <> "redaction"."proposed_by"),
	CONSTRAINT "redaction_refused_with_reason" CHECK (("redaction"."refused_at" is null) = ("redaction"."refused_reason" is null) and coalesce("redaction"."refused_reason", '-') <> ''),
	CONSTRAINT "redaction_withdrawn_by_its_proposer" CHECK (coalesce("redaction"."withdrawn_by", "redaction"."proposed_by") = "redaction"."proposed_by"),
	CONSTRAINT "redaction_withdrawn_by_somebody" CHECK (("redaction"."withdrawn_at" is null) = ("redaction"."withdrawn_by" is null)),
	CONSTRAINT "redaction_answered_once" CHECK (num_nonnulls("redaction"."confirmed_at", "redaction"."refused_at", "redaction"."withdrawn_at") <= 1)
);
--> statement-breakpoint
CREATE TABLE "redaction_place" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"redaction_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"digest" text NOT NULL,
	"remaining" text,
	CONSTRAINT "words_redacted_once" UNIQUE("digest"),
	CONSTRAINT "place_has_a_digest" CHECK ("redaction_place"."digest" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
ALTER TABLE "redaction" ADD CONSTRAINT "redaction_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "redaction" ADD CONSTRAINT "redaction_digest_words_digest_fk" FOREIGN KEY ("digest") REFERENCES "audit"."words"("digest") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "redaction" ADD CONSTRAINT "redaction_proposed_by_person_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "redaction" ADD CONSTRAINT "redaction_confirmed_by_person_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "redaction" ADD CONSTRAINT "redaction_refused_by_person_id_fk" FOREIGN KEY ("refused_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "redaction" ADD CONSTRAINT "redaction_withdrawn_by_person_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "redaction_place" ADD CONSTRAINT "redaction_place_redaction_id_redaction_id_fk" FOREIGN KEY ("redaction_id") REFERENCES "public"."redaction"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "redaction_place" ADD CONSTRAINT "redaction_place_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "redaction_place" ADD CONSTRAINT "redaction_place_digest_words_digest_fk" FOREIGN KEY ("digest") REFERENCES "audit"."words"("digest") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "redaction_by_organisation" ON "redaction" USING btree ("organisation_id","proposed_at");
--> statement-breakpoint
CREATE INDEX "place_by_redaction" ON "redaction_place" USING btree ("redaction_id");
--> statement-breakpoint
select
  audit.watch('redaction', '{organisation_id,digest,passage,authority,proposed_at,proposed_by}',
    '{"passage": 1000, "authority": 500, "refused_reason": 1000}'),
  audit.watch('redaction_place', '{redaction_id,organisation_id,digest,remaining}', '{"remaining": 10000000}');
--> statement-breakpoint
create trigger keep_fact before update on public.redaction for each row
  execute function audit.keep_fact('confirmed_at', 'confirmed_by', 'refused_at', 'refused_by', 'refused_reason', 'withdrawn_at', 'withdrawn_by');
--> statement-breakpoint
alter table public.redaction enable always trigger keep_fact;
--> statement-breakpoint

-- Where digests stand in an organisation's trail: in which column of which table, from which entry on, in how many, and who
-- wrote them there. What an import brought, nobody here wrote.
create function audit.places_of(digests text[], in_organisation uuid)
returns table (digest text, table_name text, column_name text, first_entry bigint, entries bigint, written_by uuid[])
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select e.after ->> k.key, c.relname::text, k.key, min(e.position), count(*),
    array_agg(distinct e.person) filter (where e.person is not null and e.verb not like 'import.%' and e.before ->> k.key is distinct from e.after ->> k.key)
  from pg_trigger t join pg_class c on c.oid = t.tgrelid
  cross join jsonb_object_keys((string_to_array(encode(t.tgargs, 'escape'), '\000'))[2]::jsonb) k (key)
  join audit.entry e on e.table_name = c.relname::text
  where t.tgname = 'guard_row' and c.relnamespace = 'public'::regnamespace
    and e.organisation = in_organisation and e.after ->> k.key = any (digests)
  group by 1, 2, 3
  union all
  select a.reason, 'action', 'reason', (select min(e.position) from audit.entry e where e.action = a.id), 1,
    case when a.person is not null then array[a.person] end
  from audit.action a where a.organisation = in_organisation and a.reason = any (digests)
$$;
--> statement-breakpoint

-- What letters, capitals and blanks are, whatever the locale of the database: the server's own Unicode, or ICU's, or the system's.
do $do$
declare
  given text := (select quote_ident(n.nspname) || '.' || quote_ident(c.collname)
    from pg_collation c join pg_namespace n on n.oid = c.collnamespace
    where n.nspname = 'pg_catalog' and (c.collname in ('pg_c_utf8', 'und-x-icu')
      or c.collprovider = 'c' and c.collencoding = pg_char_to_encoding('UTF8') and c.collctype ~* '\.utf-?8$')
    order by array_position(array['pg_c_utf8', 'und-x-icu', 'C.utf8', 'en_GB.utf8'], c.collname::text), c.collname limit 1);
begin
  if given is null or getdatabaseencoding() <> 'UTF8' then
    raise exception 'This server does not tell letters apart in Unicode: it needs ICU or a UTF-8 locale, and a database of UTF-8.';
  end if;
  execute 'create collation audit.letters from ' || given;
end $do$;
--> statement-breakpoint

-- Finds a passage as somebody would read it, in a text that is normalized to NFD: in capitals or not, with any blanks between
-- its words, any of the signs for an apostrophe, a quotation mark or a hyphen, and what nobody sees between its letters; and
-- no part of a longer word.
create function audit.pattern_of(passage text) returns text
language plpgsql immutable set search_path = pg_catalog, pg_temp as $$
declare
  marks constant text := '\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f';
  joins constant text := '[\u00ad\u034f\u200c\u200d\u2060]*';
  blanks constant text := '\s\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000';
  unseen constant text := '\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff';
  zero_width constant text := U&'\200B';
  alike constant text[] := array[U&'-\2010\2011\2012\2013\2014\2015\2212\FE63\FF0D', U&'''\2018\2019\201B\02BC\02BB\2032\0060\00B4\FF07',
    U&'"\201C\201D\201E\201F\FF02', U&'\03C2\03C3\03A3'];
  given text collate audit.letters := normalize(passage, NFD);
  pattern text;
begin
  -- A zero-width space stands between words or inside one; two s may be written as one letter.
  given := regexp_replace(given, '[' || blanks || unseen || ']*[' || blanks || '][' || blanks || unseen || ']*', ' ', 'g');
  given := regexp_replace(regexp_replace(given, U&'[\200B\FEFF]+', zero_width, 'g'), '(?!\u200b)[' || unseen || ']+', '', 'g');
  given := regexp_replace(given, 'ss', U&'\00DF', 'gi');
  select string_agg(case
    when c.sign = ' ' then '[' || blanks || unseen || ']+'
    when c.sign = zero_width then '[' || blanks || unseen || ']*'
    when c.sign in (U&'\00DF', U&'\1E9E') then U&'(?:[\00DF\1E9E]|s[' || unseen || ']*s)'
    when a.signs is not null then '[' || a.signs || ']'
    when c.sign ~ '[\u0001-\u007f]' and c.sign !~ '[A-Za-z0-9_]' then '\' || c.sign
    else c.sign end, '[' || unseen || ']*' order by c.n)
  into pattern
  from regexp_split_to_table(given, '') with ordinality c (sign, n)
  left join unnest(alike) a (signs) on position(c.sign in a.signs) > 0;
  return case when given ~ '^\w' then '(?<![\w' || marks || ']' || joins || ')' else '' end
    || pattern
    || case when given ~ ('[\w' || marks || ']$') then '(?!' || joins || '[\w' || marks || '])' else '' end;
end $$;
--> statement-breakpoint
-- A text as it is compared, whatever its capitals, its blanks and what is unseen in it.
create function audit.folded(given text) returns text
language sql immutable set search_path = pg_catalog, pg_temp as $$
  select btrim(lower(regexp_replace(regexp_replace(normalize(given, NFD) collate audit.letters,
    '[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]+', '', 'g'),
    '[\s\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+', ' ', 'g')))
$$;
--> statement-breakpoint

-- Whether an imported file has some words: as text in one of the two ways in which files come, or byte by byte.
create function audit.file_says(content text, given text) returns boolean
language plpgsql immutable set search_path = pg_catalog, pg_temp as $$
declare
  bytes bytea := decode(content, 'base64');
  encoding text;
begin
  foreach encoding in array array['UTF8', 'WIN1252'] loop
    begin
      return position(audit.folded(given) in audit.folded(convert_from(bytes, encoding))) > 0;
    exception when character_not_in_repertoire or untranslatable_character then
      null;
    end;
  end loop;
  return position(convert_to(given, 'UTF8') in bytes) > 0;
end $$;
--> statement-breakpoint

-- What a redaction takes out, as things are now: every text of its organisation in which the passage stands, with what is
-- left of it. Of a whole text also the earlier drafts of the same revision, and wherever it stands word for word, if it is no
-- mere remark. An import's file goes whole, where it has the words or what was read from it has. Nothing: it is gone already.
create function audit.texts_of(of_redaction uuid) returns table (digest text, remaining text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  asked public.redaction;
  given text;
  pattern text;
  word text;
  found text[];
begin
  select r.* into asked from public.redaction r where r.id = of_redaction;
  select w.body into given from audit.words w where w.digest = coalesce(asked.passage, asked.digest);
  if given is null then
    return;
  end if;
  if asked.passage is null then
    found := array(select w.digest from audit.words w
      where w.digest = asked.digest or length(given) >= 20 and position(given in w.body) > 0)
      || array(select distinct d.after ->> 'words' from audit.entry e
        join audit.entry d on d.table_name = 'comment_revision' and d.key = e.key
        where e.table_name = 'comment_revision' and e.organisation = asked.organisation_id and e.after ->> 'words' = asked.digest);
  else
    pattern := audit.pattern_of(given);
    -- Its longest plain letters are looked for first, so that few texts are read by the pattern; they may be written otherwise
    -- where a text has other signs than those.
    select t into word from regexp_split_to_table(lower(normalize(given, NFD) collate "C"), '[^a-z0-9]+') t order by length(t) desc limit 1;
    found := array(select w.digest from audit.words w
      where (position(word in lower(w.body collate "C")) > 0 or octet_length(w.body) > length(w.body))
        and normalize(w.body, NFD) collate audit.letters ~* pattern and not exists (select from public.import i where i.content = w.digest));
  end if;
  found := array(select distinct p.digest from audit.places_of(found, asked.organisation_id) p);
  found := found || array(select i.content from public.import i join audit.words w on w.digest = i.content
    where i.organisation_id = asked.organisation_id and i.content <> all (found)
      and (length(given) >= 4 and audit.file_says(w.body, given)
        or i.file_name = any (found)
        or exists (select from public.comment_revision r where r.import_id = i.id and r.source = 'import' and r.words = any (found))
        or exists (select from public.import_doubt d where d.import_id = i.id
          and (d.about = any (found) or d.as_it_came = any (found) or d.proposed = any (found)))));
  return query
  select w.digest, nullif(left_over.body, '[redacted]')
  from audit.words w
  cross join lateral (select case
    when asked.passage is null and w.digest <> asked.digest and position(given in w.body) > 0 then replace(w.body, given, '[redacted]')
    when asked.passage is null or exists (select from public.import i where i.content = w.digest) then '[redacted]'
    else normalize(regexp_replace(normalize(w.body, NFD) collate audit.letters, pattern, '[redacted]', 'gi'), NFC) end as body) left_over
  where w.digest = any (found) and w.body is not null order by w.digest;
end $$;
--> statement-breakpoint

-- Since when words are redacted, by whom and on whose authority. The names are those of now, as elsewhere.
create function audit.redaction_said(of_digest text) returns text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select format('[redacted on %s by %s and %s, on the authority of: %s]',
    to_char(r.confirmed_at at time zone o.time_zone, 'FMDD FMMonth YYYY'), one.name, other.name,
    coalesce((select w.body from audit.words w where w.digest = r.authority), '[redacted]'))
  from public.redaction_place p join public.redaction r on r.id = p.redaction_id join public.organisation o on o.id = r.organisation_id
  join public.person one on one.id = r.proposed_by join public.person other on other.id = r.confirmed_by
  where p.digest = of_digest
$$;
--> statement-breakpoint

-- What is left of words that were redacted; null where nothing is.
create function audit.words_left(of_digest text) returns text
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return (select coalesce(w.body, (select audit.words_left(p.remaining) from public.redaction_place p where p.digest = of_digest))
    from audit.words w where w.digest = of_digest);
end $$;
--> statement-breakpoint

-- What is said of words that were redacted, of each time they were; null where they were not.
create function audit.redaction_mark(of_digest text) returns text
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return (select concat_ws(' ', (select audit.redaction_mark(p.remaining) from public.redaction_place p where p.digest = of_digest),
      coalesce(audit.redaction_said(of_digest), '(words taken out)'))
    from audit.words w where w.digest = of_digest and w.body is null);
end $$;
--> statement-breakpoint

-- What is shown in the place of words that were redacted: what is left of them, and why there is no more.
create function audit.redacted_words(of_digest text) returns text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select concat_ws(' ', audit.words_left(of_digest), audit.redaction_mark(of_digest))
$$;
--> statement-breakpoint

-- A redaction is proposed of words that are there, in their own organisation, on an authority that does not say them; and
-- once. Who proposed it withdraws it, another refuses it, and nobody confirms it but by `audit.redact_words`.
create function public.keep_redactions() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  action audit.action := audit.require_action(tg_table_name);
  whole text;
  given text;
begin
  if tg_op = 'UPDATE' then
    if new.refused_by is distinct from old.refused_by and new.refused_by = old.proposed_by
      or new.confirmed_by is distinct from old.confirmed_by and new.confirmed_by = old.proposed_by
    then
      raise exception 'You proposed this: somebody else confirms or refuses it.' using errcode = 'CD004', detail = 'OWN_WORDS';
    end if;
    if new.withdrawn_by is distinct from old.withdrawn_by and new.withdrawn_by <> old.proposed_by then
      raise exception 'Only who proposed this withdraws it.' using errcode = 'CD006', detail = 'WRONG_SCOPE';
    end if;
    return new;
  end if;
  select w.body into whole from audit.words w where w.digest = new.digest;
  if not exists (select from audit.places_of(array[new.digest], action.organisation)) then
    raise exception 'There are no such words.' using errcode = 'CD005', detail = 'NOT_FOUND';
  end if;
  if whole is null then
    raise exception 'These words were redacted already.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  select w.body into given from audit.words w where w.digest = new.passage;
  if length(given) < 2 or given is not null and normalize(whole, NFD) collate audit.letters !~* audit.pattern_of(given) then
    raise exception 'This passage does not stand in these words. Copy it from them.' using errcode = 'CD005', detail = 'INVALID';
  end if;
  if exists (select from audit.words w where w.digest = new.authority
    and (position(audit.folded(coalesce(given, whole)) in audit.folded(w.body)) > 0
      or given is not null and normalize(w.body, NFD) collate audit.letters ~* audit.pattern_of(given)))
  then
    raise exception 'The authority says the words that are to go. It stands for ever: say it without them.' using errcode = 'CD005', detail = 'INVALID';
  end if;
  if exists (select from public.redaction r where r.digest = new.digest and num_nonnulls(r.confirmed_at, r.refused_at, r.withdrawn_at) = 0
    and (r.passage is null and new.passage is null or exists (select from audit.words w where w.digest = r.passage and w.body = given)))
  then
    raise exception 'This is proposed already, and waits to be confirmed.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger keep_redactions before insert or update on public.redaction for each row execute function public.keep_redactions();
--> statement-breakpoint
alter table public.redaction enable always trigger keep_redactions;
--> statement-breakpoint

-- The one door by which words go: another person than proposed it, and than wrote any of them, in their own live session, of
-- what they saw, which is said by a digest of the texts' digests. Answers how many texts went.
create function audit.redact_words(of_redaction uuid, version_seen int, seen text) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  action audit.action := audit.require_action('redaction');
  asked public.redaction;
  digests text[];
  left_over text[];
begin
  if action.verb <> 'words.redact' or action.kind <> 'person' then
    raise exception '% takes no words out.', action.verb using errcode = 'CD006', detail = 'FALSE_VERB';
  end if;
  select r.* into asked from public.redaction r where r.id = of_redaction and r.organisation_id = action.organisation for update;
  if asked.id is null then
    raise exception 'There is no such redaction.' using errcode = 'CD005', detail = 'NOT_FOUND';
  end if;
  if num_nonnulls(asked.confirmed_at, asked.refused_at, asked.withdrawn_at) > 0 then
    raise exception 'This was answered already.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  if asked.version <> version_seen then
    raise exception 'This changed after you opened it. Look at it again.' using errcode = 'CD005', detail = 'CONFLICT';
  end if;
  if asked.proposed_by = action.person then
    raise exception 'You proposed this: somebody else confirms or refuses it.' using errcode = 'CD004', detail = 'OWN_WORDS';
  end if;
  -- One redaction after the other: what the first takes out the second no longer finds.
  lock table public.redaction_place in share row exclusive mode;
  select array_agg(t.digest order by t.digest), array_agg(t.remaining order by t.digest) into digests, left_over
  from audit.texts_of(of_redaction) t;
  if digests is null then
    raise exception 'These words were redacted already.' using errcode = 'CD005', detail = 'WRONG_STATE';
  end if;
  if seen is distinct from md5(array_to_string(digests, ' ')) then
    raise exception 'Where the words stand has changed since you looked. Look at it again.' using errcode = 'CD005', detail = 'CONFLICT';
  end if;
  if exists (select from audit.places_of(digests, action.organisation) p where action.person = any (p.written_by)) then
    raise exception 'You wrote some of these words: somebody who wrote none of them confirms it.' using errcode = 'CD004', detail = 'OWN_WORDS';
  end if;
  update public.redaction set confirmed_at = now(), confirmed_by = action.person where id = of_redaction;
  insert into public.redaction_place (redaction_id, organisation_id, digest, remaining)
  select of_redaction, asked.organisation_id, t.digest, t.remaining from unnest(digests, left_over) t (digest, remaining);
  update audit.words set body = null, salt = null, redacted_by = action.id where digest = any (digests);
  return cardinality(digests);
end $$;
--> statement-breakpoint

-- Words are only ever added, until they are lawfully taken out: by a redaction that the same action confirmed.
create or replace function audit.keep_kept_words() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  action audit.action := audit.current_action();
begin
  if tg_op = 'UPDATE' and new.digest = old.digest and new.body is null and old.body is not null
    and action.verb = 'words.redact' and action.outcome = 'done' and new.redacted_by = action.id
    and exists (select from audit.entry e where e.action = action.id and e.table_name = 'redaction_place' and e.after ->> 'digest' = old.digest)
    and exists (select from public.redaction_place p join public.redaction r on r.id = p.redaction_id
      where p.digest = old.digest and r.confirmed_by = action.person and r.proposed_by <> action.person)
  then
    return new;
  end if;
  raise exception 'Words that were kept never change.' using errcode = 'CD003', detail = 'KEPT';
end $$;
--> statement-breakpoint

-- As it was; what a form had in the place of redacted words, sent back unchanged, is no writing; and nobody writes by hand what
-- is said of a redaction. (What one leaves of older words may hold such a thing.)
create or replace function audit.keep_words(given text, digest_before text, longest int) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  salt bytea := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
  digest text := encode(sha256(salt || convert_to(given, 'UTF8')), 'hex');
begin
  if given = digest_before or given is null then
    return given;
  end if;
  if not audit.has_visible(given) then
    return '';
  end if;
  if exists (select from audit.words w where w.digest = given) then
    raise exception 'This is what stands for words that are kept, and not words.' using errcode = 'CD009', detail = 'INVALID';
  end if;
  if exists (select from audit.words w where w.digest = digest_before
    and given in (w.body, case when w.body is null then audit.words_left(w.digest) end, case when w.body is null then audit.redacted_words(w.digest) end))
  then
    return digest_before;
  end if;
  if position('[' in given) > 0 and audit.folded(given) ~ '\[ ?redacted on .* on the authority of'
    and (audit.current_action()).verb is distinct from 'words.redact'
  then
    raise exception 'Words that say they were redacted are written by a redaction alone. Say it otherwise.' using errcode = 'CD009', detail = 'INVALID';
  end if;
  if length(given) > longest then
    raise exception 'This has % characters, and at most % are kept.', length(given), longest using errcode = 'CD009', detail = 'INVALID';
  end if;
  insert into audit.words (digest, salt, body) values (digest, salt, given);
  return digest;
end $$;
--> statement-breakpoint

-- A start misses these too: they join the list as it stands.
do $do$
begin
  execute regexp_replace(pg_get_functiondef('audit.unwatched'::regproc), '\s*\) needed \(relation, trigger\)', $needed$,
    ('redaction', 'keep_fact'), ('redaction', 'keep_redactions')
  ) needed (relation, trigger)$needed$);
end $do$;
