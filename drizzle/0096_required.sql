-- An organisation says who, by the roles they hold, has a second factor beside their password. Null: nobody has to.
ALTER TABLE "organisation" ADD COLUMN "needs_second_factor" text[];--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "roles_that_need_a_second_factor_are_known" CHECK ("organisation"."needs_second_factor" <@ array['team lead', 'head of service', 'auditor', 'performance officer', 'reader'] and cardinality("organisation"."needs_second_factor") between 1 and 5);
--> statement-breakpoint

-- As it was, with a right password whose code never came, and with what is refused to who has no second factor and needs one.
do $do$
declare
  was text := pg_get_constraintdef(c.oid) from pg_constraint c where c.conname = 'refusal_code_is_known' and c.conrelid = 'audit.action'::regclass;
begin
  alter table audit.action drop constraint refusal_code_is_known;
  execute 'alter table audit.action add constraint refusal_code_is_known '
    || replace(replace(was, $$'UNREADABLE_FACTOR'::text$$, $$'UNREADABLE_FACTOR'::text, 'NO_CODE'::text$$),
      $$'OTHER_PERSON'::text$$, $$'OTHER_PERSON'::text, 'NO_FACTOR'::text$$);
end $do$;
