CREATE TABLE "files"."withdrawal" (
	"redaction_id" uuid PRIMARY KEY NOT NULL,
	"taken" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "files"."kept_file" DROP CONSTRAINT "file_not_made_by_a_code";--> statement-breakpoint
ALTER TABLE "files"."kept_file" ALTER COLUMN "paper" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "files"."kept_file" ADD COLUMN "form" text DEFAULT 'PDF' NOT NULL;--> statement-breakpoint
ALTER TABLE "files"."withdrawal" ADD CONSTRAINT "withdrawal_redaction_id_redaction_id_fk" FOREIGN KEY ("redaction_id") REFERENCES "public"."redaction"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files"."kept_file" ADD CONSTRAINT "file_in_a_form" CHECK ("files"."kept_file"."form" in ('XLSX', 'CSV', 'CSV for a spreadsheet', 'PDF'));--> statement-breakpoint
ALTER TABLE "files"."kept_file" ADD CONSTRAINT "file_is_printed_or_not" CHECK (("files"."kept_file"."paper" is not null) = ("files"."kept_file"."form" = 'PDF'));--> statement-breakpoint
ALTER TABLE "files"."kept_file" ADD CONSTRAINT "file_not_made_by_a_code" CHECK ("files"."kept_file"."why" in ('NO_BROWSER', 'NOT_ALLOWED', 'NOTHING', 'TOO_LARGE', 'GAVE_UP'));