-- Words stand as submitted although their writer was asked about some of them, for a reason that stands with them.
ALTER TABLE "comment_revision" ADD COLUMN "stands_because" text;
--> statement-breakpoint
ALTER TABLE "comment_revision" ADD CONSTRAINT "stands_as_submitted" CHECK ("comment_revision"."stands_because" is null or "comment_revision"."submitted_at" is not null and "comment_revision"."stands_because" <> '');
--> statement-breakpoint

drop trigger guard_row on public.comment_revision;
--> statement-breakpoint
create trigger guard_row before insert or update or delete on public.comment_revision for each row execute function audit.guard_row(
  '{comment_id,indicator_id,month,number,source,import_id}', '{"words": 10000, "stands_because": 1000}');
--> statement-breakpoint
alter table public.comment_revision enable always trigger guard_row;
