CREATE TABLE "saved_view" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"asked" text NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	"saved_by" uuid NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	CONSTRAINT "saved_view_name_can_be_shown" CHECK (length("saved_view"."name") <= 60 and audit.has_visible("saved_view"."name")),
	CONSTRAINT "saved_view_asked_can_be_shown" CHECK (length("saved_view"."asked") <= 2000 and audit.has_visible("saved_view"."asked"))
);
--> statement-breakpoint
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_saved_by_person_id_fk" FOREIGN KEY ("saved_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_ended_by_person_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_view_by_name" ON "saved_view" USING btree ("person_id","name") WHERE "saved_view"."ended_at" is null;--> statement-breakpoint
select audit.watch('saved_view', '{person_id,name,asked,saved_at,saved_by}');
--> statement-breakpoint
create trigger keep_fact before update on public.saved_view for each row execute function audit.keep_fact('ended_at', 'ended_by');
--> statement-breakpoint
alter table public.saved_view enable always trigger keep_fact;
