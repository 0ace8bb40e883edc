-- What the two yardsticks read and write: a plain table, and a trigger that enters each change.
create table cell (id int primary key, line int not null, place int not null, value text not null, version int not null default 1);
insert into cell select line * 14 + place, line, place,
  case place when 0 then line || '.1' when 1 then '% of assessments of line ' || line || ' that were completed within 35 days of their start'
    else ((line * 37 + place * 11) % 100)::text || '.5' end
from generate_series(0, 15) line, generate_series(0, 13) place;

create table entry (id bigint generated always as identity primary key, at timestamptz not null default now(), cell int not null, before jsonb, after jsonb);
create function enter() returns trigger language plpgsql as $$ begin
  insert into entry (cell, before, after) values (new.id, to_jsonb(old), to_jsonb(new));
  return null;
end $$;
create trigger entered after update on cell for each row execute function enter();
analyze cell;
