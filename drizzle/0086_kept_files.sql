CREATE SCHEMA "files";
--> statement-breakpoint
CREATE TABLE "files"."kept_file" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"scorecard_id" uuid NOT NULL,
	"paper" text NOT NULL,
	"name" text NOT NULL,
	"from_month" date NOT NULL,
	"to_month" date NOT NULL,
	"cut" bigint NOT NULL,
	"edition" text,
	"is_live" boolean NOT NULL,
	"hides_small" boolean NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"begun_at" timestamp with time zone,
	"done" integer DEFAULT 0 NOT NULL,
	"parts" integer,
	"content" "bytea",
	"size" integer,
	"made_at" timestamp with time zone,
	"cancelled_at" timestamp with time zone,
	"failed_at" timestamp with time zone,
	"why" text,
	"withdrawn_at" timestamp with time zone,
	"redaction_id" uuid,
	"goes_at" timestamp with time zone NOT NULL,
	CONSTRAINT "file_on_a_paper" CHECK ("files"."kept_file"."paper" in ('A4', 'A3')),
	CONSTRAINT "file_not_made_by_a_code" CHECK ("files"."kept_file"."why" in ('NO_BROWSER', 'NOT_ALLOWED', 'NOTHING', 'GAVE_UP')),
	CONSTRAINT "file_from_a_month" CHECK (extract(day from "files"."kept_file"."from_month") = 1 and "files"."kept_file"."from_month" between '1000-01-01' and '9999-12-01'),
	CONSTRAINT "file_to_a_month" CHECK (extract(day from "files"."kept_file"."to_month") = 1 and "files"."kept_file"."to_month" between '1000-01-01' and '9999-12-01'),
	CONSTRAINT "file_of_one_moment" CHECK (not ("files"."kept_file"."is_live" and "files"."kept_file"."edition" is not null)),
	CONSTRAINT "file_is_called_something" CHECK ("files"."kept_file"."name" ~ '^[a-z0-9.-]{1,200}$'),
	CONSTRAINT "file_ended_one_way" CHECK (num_nonnulls("files"."kept_file"."made_at", "files"."kept_file"."cancelled_at", "files"."kept_file"."failed_at") <= 1),
	CONSTRAINT "file_failed_for_a_reason" CHECK (("files"."kept_file"."failed_at" is null) = ("files"."kept_file"."why" is null)),
	CONSTRAINT "file_withdrawn_by_a_redaction" CHECK (("files"."kept_file"."withdrawn_at" is null) = ("files"."kept_file"."redaction_id" is null)),
	CONSTRAINT "file_has_its_content" CHECK (("files"."kept_file"."content" is not null) = ("files"."kept_file"."made_at" is not null and "files"."kept_file"."withdrawn_at" is null) and ("files"."kept_file"."made_at" is null) = ("files"."kept_file"."size" is null)),
	CONSTRAINT "file_counts_its_parts" CHECK ("files"."kept_file"."done" between 0 and coalesce("files"."kept_file"."parts", 0)),
	CONSTRAINT "file_is_no_larger" CHECK (length("files"."kept_file"."content") <= 100000000)
);
--> statement-breakpoint
ALTER TABLE "files"."kept_file" ADD CONSTRAINT "kept_file_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files"."kept_file" ADD CONSTRAINT "kept_file_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files"."kept_file" ADD CONSTRAINT "kept_file_scorecard_id_scorecard_id_fk" FOREIGN KEY ("scorecard_id") REFERENCES "public"."scorecard"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files"."kept_file" ADD CONSTRAINT "kept_file_cut_cut_number_fk" FOREIGN KEY ("cut") REFERENCES "audit"."cut"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files"."kept_file" ADD CONSTRAINT "kept_file_redaction_id_redaction_id_fk" FOREIGN KEY ("redaction_id") REFERENCES "public"."redaction"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "file_by_person" ON "files"."kept_file" USING btree ("person_id","asked_at");--> statement-breakpoint
CREATE INDEX "file_by_end" ON "files"."kept_file" USING btree ("goes_at");