-- Words of which nothing can be seen are none: control characters, blanks of every width, and what Unicode calls ignorable.
-- The same as `hasVisible` in lib/rules/typed-words.ts, which a test compares character by character.
create function audit.has_visible(given text) returns boolean
language plpgsql immutable set search_path = pg_catalog, pg_temp as $$
begin
  return given ~ '[^\u0001-\u0020\u007f-\u00a0\u00ad\u034f\u061c\u115f-\u1160\u1680\u17b4-\u17b5\u180b-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u206f\u2800\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]';
end $$;
--> statement-breakpoint

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
  if exists (select from audit.words w where w.digest = digest_before and w.body = given) then
    return digest_before;
  end if;
  if length(given) > longest then
    raise exception 'This has % characters, and at most % are kept.', length(given), longest using errcode = 'CD009', detail = 'INVALID';
  end if;
  insert into audit.words (digest, salt, body) values (digest, salt, given);
  return digest;
end $$;
