CREATE SCHEMA "audit";
--> statement-breakpoint
CREATE TABLE "actual" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"indicator_id" uuid NOT NULL,
	"month" date NOT NULL,
	"value" numeric,
	"numerator" numeric,
	"denominator" numeric,
	"missing" text,
	"note" text,
	"provisional" boolean DEFAULT false NOT NULL,
	"estimated" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "actual_once_a_month" UNIQUE("indicator_id","month"),
	CONSTRAINT "actual_first_of_month" CHECK (extract(day from "actual"."month") = 1),
	CONSTRAINT "missing_reason_is_known" CHECK ("actual"."missing" in ('x', 'z', 'c')),
	CONSTRAINT "not_value_and_reason" CHECK ("actual"."value" is null or "actual"."missing" is null),
	CONSTRAINT "flags_beside_a_figure" CHECK ("actual"."value" is not null or not ("actual"."provisional" or "actual"."estimated")),
	CONSTRAINT "numerator_with_denominator" CHECK (("actual"."numerator" is null) = ("actual"."denominator" is null)),
	CONSTRAINT "fraction_with_its_value" CHECK ("actual"."numerator" is null or "actual"."value" is not null),
	CONSTRAINT "denominator_above_zero" CHECK ("actual"."denominator" > 0),
	CONSTRAINT "actual_is_finite" CHECK ("actual"."value" not in ('NaN', 'Infinity', '-Infinity')),
	CONSTRAINT "numerator_is_finite" CHECK ("actual"."numerator" not in ('NaN', 'Infinity', '-Infinity')),
	CONSTRAINT "denominator_is_finite" CHECK ("actual"."denominator" not in ('NaN', 'Infinity', '-Infinity'))
);
--> statement-breakpoint
CREATE TABLE "audit"."action" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"begun_at" timestamp with time zone DEFAULT transaction_timestamp() NOT NULL,
	"organisation" uuid,
	"kind" text NOT NULL,
	"person" uuid,
	"on_behalf_of" uuid,
	"session" uuid,
	"verb" text NOT NULL,
	"reason" text,
	"import" uuid,
	"request_id" uuid,
	"request_digest" text,
	"address" text,
	"agent" text,
	"database_role" text DEFAULT session_user NOT NULL,
	"outcome" text NOT NULL,
	"code" text,
	CONSTRAINT "one_action_a_transaction" UNIQUE("xid","begun_at"),
	CONSTRAINT "action_kind_is_known" CHECK ("audit"."action"."kind" in ('person', 'system', 'migration', 'sign-in', 'operator')),
	CONSTRAINT "action_outcome_is_known" CHECK ("audit"."action"."outcome" in ('done', 'refused', 'read'))
);
--> statement-breakpoint
CREATE TABLE "audit"."entry" (
	"position" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit"."entry_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"action" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"organisation" uuid,
	"scorecard" uuid,
	"team" uuid,
	"person" uuid,
	"verb" text NOT NULL,
	"indicator" uuid,
	"month" date,
	"table_name" text,
	"key" text,
	"row_version" integer,
	"operation" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	CONSTRAINT "entry_operation_is_known" CHECK ("audit"."entry"."operation" in ('created', 'changed', 'refused', 'read'))
);
--> statement-breakpoint
CREATE TABLE "audit"."words" (
	"digest" text PRIMARY KEY NOT NULL,
	"salt" "bytea",
	"body" text,
	"redacted_by" uuid,
	CONSTRAINT "digest_is_of_the_words" CHECK ("audit"."words"."digest" = encode(sha256("audit"."words"."salt" || convert_to("audit"."words"."body", 'UTF8')), 'hex')),
	CONSTRAINT "words_with_their_salt" CHECK (("audit"."words"."body" is null) = ("audit"."words"."salt" is null)),
	CONSTRAINT "taken_out_by_an_action" CHECK (("audit"."words"."body" is null) = ("audit"."words"."redacted_by" is not null))
);
--> statement-breakpoint
CREATE TABLE "comment" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"indicator_id" uuid NOT NULL,
	"month" date NOT NULL,
	CONSTRAINT "comment_once_a_month" UNIQUE("indicator_id","month"),
	CONSTRAINT "comment_of_its_cell" UNIQUE("id","indicator_id","month"),
	CONSTRAINT "comment_first_of_month" CHECK (extract(day from "comment"."month") = 1)
);
--> statement-breakpoint
CREATE TABLE "comment_decision" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"revision_id" uuid NOT NULL,
	"indicator_id" uuid NOT NULL,
	"month" date NOT NULL,
	"kind" text NOT NULL,
	"reason" text,
	"decided_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decided_by" uuid NOT NULL,
	"for_person" uuid,
	"actual_version" integer,
	"figure" numeric,
	"missing" text,
	"grade" smallint,
	"band_set_id" uuid,
	"label_set_id" uuid,
	CONSTRAINT "decision_kind_is_known" CHECK ("comment_decision"."kind" in ('approved', 'returned', 'withdrawn')),
	CONSTRAINT "decision_grade_of_1_to_6" CHECK ("comment_decision"."grade" between 1 and 6),
	CONSTRAINT "reason_unless_approved" CHECK ("comment_decision"."kind" = 'approved' or coalesce("comment_decision"."reason", '') <> '')
);
--> statement-breakpoint
CREATE TABLE "comment_revision" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"comment_id" uuid NOT NULL,
	"indicator_id" uuid NOT NULL,
	"month" date NOT NULL,
	"number" integer NOT NULL,
	"source" text NOT NULL,
	"import_id" uuid,
	"words" text NOT NULL,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	"written_by" uuid,
	"submitted_at" timestamp with time zone,
	"submitted_by" uuid,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "revision_number_once" UNIQUE("comment_id","number"),
	CONSTRAINT "revision_of_its_cell" UNIQUE("id","indicator_id","month"),
	CONSTRAINT "revision_source_is_known" CHECK ("comment_revision"."source" in ('person', 'import')),
	CONSTRAINT "words_are_not_blank" CHECK ("comment_revision"."words" <> ''),
	CONSTRAINT "imported_with_its_import" CHECK (("comment_revision"."source" = 'import') = ("comment_revision"."import_id" is not null)),
	CONSTRAINT "written_by_somebody_or_imported" CHECK ("comment_revision"."source" = 'import' or "comment_revision"."written_by" is not null),
	CONSTRAINT "imported_is_never_submitted" CHECK ("comment_revision"."source" <> 'import' or "comment_revision"."submitted_at" is null),
	CONSTRAINT "submitted_by_somebody" CHECK (("comment_revision"."submitted_at" is null) = ("comment_revision"."submitted_by" is null)),
	CONSTRAINT "withdrawn_by_somebody" CHECK (("comment_revision"."withdrawn_at" is null) = ("comment_revision"."withdrawn_by" is null)),
	CONSTRAINT "withdrawn_after_submitted" CHECK ("comment_revision"."withdrawn_at" is null or "comment_revision"."submitted_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "revision_author" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"revision_id" uuid NOT NULL,
	"indicator_id" uuid NOT NULL,
	"month" date NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "author_once" UNIQUE("revision_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "import_doubt" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"import_id" uuid NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"position" integer NOT NULL,
	"row" integer,
	"column" integer,
	"about" text NOT NULL,
	"as_it_came" text,
	"proposed" text,
	"answer" text,
	"answered_at" timestamp with time zone,
	"answered_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "doubt_once" UNIQUE("import_id","key")
);
--> statement-breakpoint
CREATE TABLE "import" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"file_name" text NOT NULL,
	"content" text NOT NULL,
	"sha256" text NOT NULL,
	"bytes" integer NOT NULL,
	"read_at" timestamp with time zone DEFAULT now() NOT NULL,
	"read_by" uuid,
	"committed_at" timestamp with time zone,
	"committed_by" uuid,
	"scorecard_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "file_once" UNIQUE("organisation_id","sha256"),
	CONSTRAINT "import_kind_is_known" CHECK ("import"."kind" in ('scorecard')),
	CONSTRAINT "committed_with_its_scorecard" CHECK (("import"."committed_at" is null) = ("import"."scorecard_id" is null))
);
--> statement-breakpoint
CREATE TABLE "band" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"band_set_id" uuid NOT NULL,
	"indicator_id" uuid NOT NULL,
	"from_month" date NOT NULL,
	"rank" smallint NOT NULL,
	"as_typed" text NOT NULL,
	"edge" numeric NOT NULL,
	"strict" boolean NOT NULL,
	CONSTRAINT "band_rank_once" UNIQUE("band_set_id","rank"),
	CONSTRAINT "band_rank_of_1_to_5" CHECK ("band"."rank" between 1 and 5),
	CONSTRAINT "band_edge_is_finite" CHECK ("band"."edge" not in ('NaN', 'Infinity', '-Infinity'))
);
--> statement-breakpoint
CREATE TABLE "band_set" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"indicator_id" uuid NOT NULL,
	"from_month" date NOT NULL,
	"set_at" timestamp with time zone DEFAULT now() NOT NULL,
	"set_by" uuid,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by" uuid,
	"withdrawn_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	"to_month" date,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	CONSTRAINT "band_set_of_its_indicator" UNIQUE("id","indicator_id"),
	CONSTRAINT "band_set_of_its_month" UNIQUE("id","indicator_id","from_month"),
	CONSTRAINT "band_set_withdrawn_with_reason" CHECK (("band_set"."withdrawn_at" is null) = ("band_set"."withdrawn_reason" is null) and "band_set"."withdrawn_reason" <> ''),
	CONSTRAINT "band_set_ends_after_it_starts" CHECK ("band_set"."to_month" >= "band_set"."from_month" and extract(day from "band_set"."to_month") = 1 and ("band_set"."to_month" is null) = ("band_set"."ended_at" is null)),
	CONSTRAINT "band_set_from_first_of_month" CHECK (extract(day from "band_set"."from_month") = 1)
);
--> statement-breakpoint
CREATE TABLE "benchmark" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"indicator_id" uuid NOT NULL,
	"from_month" date NOT NULL,
	"set_at" timestamp with time zone DEFAULT now() NOT NULL,
	"set_by" uuid,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by" uuid,
	"withdrawn_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	"to_month" date,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	"name" text NOT NULL,
	"value" numeric NOT NULL,
	"year" text,
	"neighbour_set" text,
	"source" text,
	CONSTRAINT "benchmark_withdrawn_with_reason" CHECK (("benchmark"."withdrawn_at" is null) = ("benchmark"."withdrawn_reason" is null) and "benchmark"."withdrawn_reason" <> ''),
	CONSTRAINT "benchmark_ends_after_it_starts" CHECK ("benchmark"."to_month" >= "benchmark"."from_month" and extract(day from "benchmark"."to_month") = 1 and ("benchmark"."to_month" is null) = ("benchmark"."ended_at" is null)),
	CONSTRAINT "benchmark_from_first_of_month" CHECK (extract(day from "benchmark"."from_month") = 1),
	CONSTRAINT "benchmark_is_finite" CHECK ("benchmark"."value" not in ('NaN', 'Infinity', '-Infinity'))
);
--> statement-breakpoint
CREATE TABLE "due_rule" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"indicator_id" uuid NOT NULL,
	"from_month" date NOT NULL,
	"set_at" timestamp with time zone DEFAULT now() NOT NULL,
	"set_by" uuid,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by" uuid,
	"withdrawn_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	"to_month" date,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	"every" smallint NOT NULL,
	CONSTRAINT "due_rule_withdrawn_with_reason" CHECK (("due_rule"."withdrawn_at" is null) = ("due_rule"."withdrawn_reason" is null) and "due_rule"."withdrawn_reason" <> ''),
	CONSTRAINT "due_from_first_of_month" CHECK (extract(day from "due_rule"."from_month") = 1),
	CONSTRAINT "due_to_first_of_month" CHECK (extract(day from "due_rule"."to_month") = 1),
	CONSTRAINT "due_every_month_quarter_or_year" CHECK ("due_rule"."every" in (1, 3, 12)),
	CONSTRAINT "due_ends_after_it_starts" CHECK ("due_rule"."to_month" >= "due_rule"."from_month" and extract(day from "due_rule"."to_month") = 1 and ("due_rule"."to_month" is null) = ("due_rule"."ended_at" is null))
);
--> statement-breakpoint
CREATE TABLE "indicator" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"scorecard_id" uuid NOT NULL,
	"ref" text NOT NULL,
	CONSTRAINT "indicator_ref_once" UNIQUE("scorecard_id","ref"),
	CONSTRAINT "indicator_has_a_ref" CHECK (btrim("indicator"."ref") <> '')
);
--> statement-breakpoint
CREATE TABLE "indicator_definition" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"indicator_id" uuid NOT NULL,
	"from_month" date NOT NULL,
	"set_at" timestamp with time zone DEFAULT now() NOT NULL,
	"set_by" uuid,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by" uuid,
	"withdrawn_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	"to_month" date,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	"section_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"measure" text NOT NULL,
	"unit" text NOT NULL,
	"direction" text NOT NULL,
	"precision" smallint NOT NULL,
	"action_plan_refs" text[] DEFAULT '{}' NOT NULL,
	"numerator_label" text,
	"denominator_label" text,
	"break_in_series" boolean DEFAULT false NOT NULL,
	CONSTRAINT "definition_withdrawn_with_reason" CHECK (("indicator_definition"."withdrawn_at" is null) = ("indicator_definition"."withdrawn_reason" is null) and "indicator_definition"."withdrawn_reason" <> ''),
	CONSTRAINT "definition_ends_after_it_starts" CHECK ("indicator_definition"."to_month" >= "indicator_definition"."from_month" and extract(day from "indicator_definition"."to_month") = 1 and ("indicator_definition"."to_month" is null) = ("indicator_definition"."ended_at" is null)),
	CONSTRAINT "definition_from_first_of_month" CHECK (extract(day from "indicator_definition"."from_month") = 1),
	CONSTRAINT "definition_has_a_measure" CHECK (btrim("indicator_definition"."measure") <> ''),
	CONSTRAINT "unit_is_known" CHECK ("indicator_definition"."unit" in ('percent', 'count', 'average')),
	CONSTRAINT "direction_is_known" CHECK ("indicator_definition"."direction" in ('higher', 'lower')),
	CONSTRAINT "precision_of_0_to_4_decimals" CHECK ("indicator_definition"."precision" between 0 and 4)
);
--> statement-breakpoint
CREATE TABLE "indicator_team" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"indicator_id" uuid NOT NULL,
	"from_month" date NOT NULL,
	"set_at" timestamp with time zone DEFAULT now() NOT NULL,
	"set_by" uuid,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by" uuid,
	"withdrawn_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	"team_id" uuid NOT NULL,
	CONSTRAINT "team_withdrawn_with_reason" CHECK (("indicator_team"."withdrawn_at" is null) = ("indicator_team"."withdrawn_reason" is null) and "indicator_team"."withdrawn_reason" <> ''),
	CONSTRAINT "team_from_first_of_month" CHECK (extract(day from "indicator_team"."from_month") = 1)
);
--> statement-breakpoint
CREATE TABLE "milestone" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"indicator_id" uuid NOT NULL,
	"month" date NOT NULL,
	"as_typed" text NOT NULL,
	"edge" numeric NOT NULL,
	"strict" boolean NOT NULL,
	"set_at" timestamp with time zone DEFAULT now() NOT NULL,
	"set_by" uuid,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by" uuid,
	"withdrawn_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "milestone_withdrawn_with_reason" CHECK (("milestone"."withdrawn_at" is null) = ("milestone"."withdrawn_reason" is null) and "milestone"."withdrawn_reason" <> ''),
	CONSTRAINT "milestone_first_of_month" CHECK (extract(day from "milestone"."month") = 1),
	CONSTRAINT "milestone_edge_is_finite" CHECK ("milestone"."edge" not in ('NaN', 'Infinity', '-Infinity'))
);
--> statement-breakpoint
CREATE TABLE "scorecard_month" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"scorecard_id" uuid NOT NULL,
	"month" date NOT NULL,
	"figures_due" date,
	"commentary_due" date,
	"opened_at" timestamp with time zone DEFAULT now() NOT NULL,
	"opened_by" uuid,
	"closed_at" timestamp with time zone,
	"closed_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "month_once_a_scorecard" UNIQUE("scorecard_id","month"),
	CONSTRAINT "scorecard_month_first_of_month" CHECK (extract(day from "scorecard_month"."month") = 1),
	CONSTRAINT "closed_by_with_closed_at" CHECK ("scorecard_month"."closed_by" is null or "scorecard_month"."closed_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "credential" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"password_hash" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "credential_person_id_unique" UNIQUE("person_id")
);
--> statement-breakpoint
CREATE TABLE "deputy" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"head_id" uuid NOT NULL,
	"deputy_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date NOT NULL,
	"named_at" timestamp with time zone DEFAULT now() NOT NULL,
	"named_by" uuid,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "deputy_for_somebody_else" CHECK ("deputy"."head_id" <> "deputy"."deputy_id"),
	CONSTRAINT "deputy_from_day_to_day" CHECK ("deputy"."from_day" <= "deputy"."to_day")
);
--> statement-breakpoint
CREATE TABLE "invitation" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"invited_at" timestamp with time zone DEFAULT now() NOT NULL,
	"invited_by" uuid,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	CONSTRAINT "invitation_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
CREATE TABLE "organisation" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"time_zone" text DEFAULT 'Europe/London' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "organisation_slug_unique" UNIQUE("slug"),
	CONSTRAINT "organisation_has_a_name" CHECK (btrim("organisation"."name") <> '')
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"disabled_at" timestamp with time zone,
	"disabled_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "person_has_a_name" CHECK (btrim("person"."name") <> '')
);
--> statement-breakpoint
CREATE TABLE "role_grant" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"team_id" uuid,
	"granted_at" timestamp with time zone DEFAULT now() NOT NULL,
	"granted_by" uuid,
	"revoked_at" timestamp with time zone,
	"revoked_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "role_is_known" CHECK ("role_grant"."role" in ('team lead', 'head of service', 'auditor', 'performance officer', 'reader')),
	CONSTRAINT "team_for_team_roles_alone" CHECK (("role_grant"."team_id" is not null) = ("role_grant"."role" in ('team lead', 'head of service'))),
	CONSTRAINT "nobody_grants_to_themselves" CHECK ("role_grant"."granted_by" <> "role_grant"."person_id")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"token_hash" text NOT NULL,
	"person_id" uuid NOT NULL,
	"method" text NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	CONSTRAINT "session_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "session_method_is_known" CHECK ("session"."method" in ('password'))
);
--> statement-breakpoint
CREATE TABLE "session_touch" (
	"session_id" uuid PRIMARY KEY NOT NULL,
	"touched_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "team" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "team_slug_once" UNIQUE("organisation_id","slug"),
	CONSTRAINT "team_of_its_organisation" UNIQUE("organisation_id","id"),
	CONSTRAINT "team_has_a_name" CHECK (btrim("team"."name") <> '')
);
--> statement-breakpoint
CREATE TABLE "label" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"label_set_id" uuid NOT NULL,
	"rank" smallint NOT NULL,
	"word" text NOT NULL,
	"short" text NOT NULL,
	"shape" text NOT NULL,
	"tone" text NOT NULL,
	"asks_for_comment" boolean NOT NULL,
	CONSTRAINT "label_rank_once" UNIQUE("label_set_id","rank"),
	CONSTRAINT "label_rank_of_1_to_6" CHECK ("label"."rank" between 1 and 6),
	CONSTRAINT "label_has_a_word" CHECK (btrim("label"."word") <> ''),
	CONSTRAINT "label_short_of_1_or_2_letters" CHECK (length("label"."short") between 1 and 2),
	CONSTRAINT "label_shape_is_known" CHECK ("label"."shape" in ('circle', 'square', 'triangle', 'octagon', 'diamond', 'shield')),
	CONSTRAINT "label_tone_is_known" CHECK ("label"."tone" in ('pine', 'leaf', 'ochre', 'brick', 'lake', 'plum'))
);
--> statement-breakpoint
CREATE TABLE "label_set" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "label_set_name_once" UNIQUE("organisation_id","name")
);
--> statement-breakpoint
CREATE TABLE "scorecard" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "scorecard_slug_once" UNIQUE("organisation_id","slug"),
	CONSTRAINT "scorecard_has_a_name" CHECK (btrim("scorecard"."name") <> '')
);
--> statement-breakpoint
CREATE TABLE "scorecard_label_set" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"scorecard_id" uuid NOT NULL,
	"from_month" date NOT NULL,
	"set_at" timestamp with time zone DEFAULT now() NOT NULL,
	"set_by" uuid,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by" uuid,
	"withdrawn_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	"label_set_id" uuid NOT NULL,
	CONSTRAINT "label_set_withdrawn_with_reason" CHECK (("scorecard_label_set"."withdrawn_at" is null) = ("scorecard_label_set"."withdrawn_reason" is null) and "scorecard_label_set"."withdrawn_reason" <> ''),
	CONSTRAINT "label_set_from_first_of_month" CHECK (extract(day from "scorecard_label_set"."from_month") = 1)
);
--> statement-breakpoint
CREATE TABLE "section" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"scorecard_id" uuid NOT NULL,
	"theme_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"title" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "section_number_once" UNIQUE("scorecard_id","number")
);
--> statement-breakpoint
CREATE TABLE "theme" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"scorecard_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"position" integer NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "theme_slug_once" UNIQUE("scorecard_id","slug")
);
--> statement-breakpoint
ALTER TABLE "actual" ADD CONSTRAINT "actual_indicator_id_indicator_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit"."entry" ADD CONSTRAINT "entry_action_action_id_fk" FOREIGN KEY ("action") REFERENCES "audit"."action"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit"."words" ADD CONSTRAINT "words_redacted_by_action_id_fk" FOREIGN KEY ("redacted_by") REFERENCES "audit"."action"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_indicator_id_indicator_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_decision" ADD CONSTRAINT "comment_decision_decided_by_person_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_decision" ADD CONSTRAINT "comment_decision_for_person_person_id_fk" FOREIGN KEY ("for_person") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_decision" ADD CONSTRAINT "comment_decision_label_set_id_label_set_id_fk" FOREIGN KEY ("label_set_id") REFERENCES "public"."label_set"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_decision" ADD CONSTRAINT "decision_on_its_revision" FOREIGN KEY ("revision_id","indicator_id","month") REFERENCES "public"."comment_revision"("id","indicator_id","month") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_decision" ADD CONSTRAINT "decision_by_its_indicators_bands" FOREIGN KEY ("band_set_id","indicator_id") REFERENCES "public"."band_set"("id","indicator_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_revision" ADD CONSTRAINT "comment_revision_import_id_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."import"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_revision" ADD CONSTRAINT "comment_revision_written_by_person_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_revision" ADD CONSTRAINT "comment_revision_submitted_by_person_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_revision" ADD CONSTRAINT "comment_revision_withdrawn_by_person_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_revision" ADD CONSTRAINT "revision_of_its_comment" FOREIGN KEY ("comment_id","indicator_id","month") REFERENCES "public"."comment"("id","indicator_id","month") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision_author" ADD CONSTRAINT "revision_author_revision_id_comment_revision_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."comment_revision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision_author" ADD CONSTRAINT "revision_author_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision_author" ADD CONSTRAINT "author_of_its_revision" FOREIGN KEY ("revision_id","indicator_id","month") REFERENCES "public"."comment_revision"("id","indicator_id","month") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_doubt" ADD CONSTRAINT "import_doubt_import_id_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."import"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_doubt" ADD CONSTRAINT "import_doubt_answered_by_person_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import" ADD CONSTRAINT "import_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import" ADD CONSTRAINT "import_read_by_person_id_fk" FOREIGN KEY ("read_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import" ADD CONSTRAINT "import_committed_by_person_id_fk" FOREIGN KEY ("committed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import" ADD CONSTRAINT "import_scorecard_id_scorecard_id_fk" FOREIGN KEY ("scorecard_id") REFERENCES "public"."scorecard"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "band" ADD CONSTRAINT "band_indicator_id_indicator_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "band" ADD CONSTRAINT "band_of_its_set" FOREIGN KEY ("band_set_id","indicator_id","from_month") REFERENCES "public"."band_set"("id","indicator_id","from_month") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "band_set" ADD CONSTRAINT "band_set_indicator_id_indicator_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "band_set" ADD CONSTRAINT "band_set_set_by_person_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "band_set" ADD CONSTRAINT "band_set_withdrawn_by_person_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "band_set" ADD CONSTRAINT "band_set_ended_by_person_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "benchmark" ADD CONSTRAINT "benchmark_indicator_id_indicator_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "benchmark" ADD CONSTRAINT "benchmark_set_by_person_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "benchmark" ADD CONSTRAINT "benchmark_withdrawn_by_person_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "benchmark" ADD CONSTRAINT "benchmark_ended_by_person_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "due_rule" ADD CONSTRAINT "due_rule_indicator_id_indicator_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "due_rule" ADD CONSTRAINT "due_rule_set_by_person_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "due_rule" ADD CONSTRAINT "due_rule_withdrawn_by_person_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "due_rule" ADD CONSTRAINT "due_rule_ended_by_person_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_scorecard_id_scorecard_id_fk" FOREIGN KEY ("scorecard_id") REFERENCES "public"."scorecard"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator_definition" ADD CONSTRAINT "indicator_definition_indicator_id_indicator_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator_definition" ADD CONSTRAINT "indicator_definition_set_by_person_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator_definition" ADD CONSTRAINT "indicator_definition_withdrawn_by_person_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator_definition" ADD CONSTRAINT "indicator_definition_ended_by_person_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator_definition" ADD CONSTRAINT "indicator_definition_section_id_section_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."section"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator_team" ADD CONSTRAINT "indicator_team_indicator_id_indicator_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator_team" ADD CONSTRAINT "indicator_team_set_by_person_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator_team" ADD CONSTRAINT "indicator_team_withdrawn_by_person_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator_team" ADD CONSTRAINT "indicator_team_team_id_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_indicator_id_indicator_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_set_by_person_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_withdrawn_by_person_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scorecard_month" ADD CONSTRAINT "scorecard_month_scorecard_id_scorecard_id_fk" FOREIGN KEY ("scorecard_id") REFERENCES "public"."scorecard"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scorecard_month" ADD CONSTRAINT "scorecard_month_opened_by_person_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scorecard_month" ADD CONSTRAINT "scorecard_month_closed_by_person_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credential" ADD CONSTRAINT "credential_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deputy" ADD CONSTRAINT "deputy_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deputy" ADD CONSTRAINT "deputy_head_id_person_id_fk" FOREIGN KEY ("head_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deputy" ADD CONSTRAINT "deputy_deputy_id_person_id_fk" FOREIGN KEY ("deputy_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deputy" ADD CONSTRAINT "deputy_team_id_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deputy" ADD CONSTRAINT "deputy_named_by_person_id_fk" FOREIGN KEY ("named_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deputy" ADD CONSTRAINT "deputy_withdrawn_by_person_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deputy" ADD CONSTRAINT "deputy_for_a_team_of_its_organisation" FOREIGN KEY ("organisation_id","team_id") REFERENCES "public"."team"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_invited_by_person_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_team_id_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_granted_by_person_id_fk" FOREIGN KEY ("granted_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_revoked_by_person_id_fk" FOREIGN KEY ("revoked_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grant" ADD CONSTRAINT "role_for_a_team_of_its_organisation" FOREIGN KEY ("organisation_id","team_id") REFERENCES "public"."team"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_ended_by_person_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_touch" ADD CONSTRAINT "session_touch_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team" ADD CONSTRAINT "team_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "label" ADD CONSTRAINT "label_label_set_id_label_set_id_fk" FOREIGN KEY ("label_set_id") REFERENCES "public"."label_set"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "label_set" ADD CONSTRAINT "label_set_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scorecard" ADD CONSTRAINT "scorecard_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scorecard_label_set" ADD CONSTRAINT "scorecard_label_set_scorecard_id_scorecard_id_fk" FOREIGN KEY ("scorecard_id") REFERENCES "public"."scorecard"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scorecard_label_set" ADD CONSTRAINT "scorecard_label_set_set_by_person_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scorecard_label_set" ADD CONSTRAINT "scorecard_label_set_withdrawn_by_person_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scorecard_label_set" ADD CONSTRAINT "scorecard_label_set_label_set_id_label_set_id_fk" FOREIGN KEY ("label_set_id") REFERENCES "public"."label_set"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section" ADD CONSTRAINT "section_scorecard_id_scorecard_id_fk" FOREIGN KEY ("scorecard_id") REFERENCES "public"."scorecard"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section" ADD CONSTRAINT "section_theme_id_theme_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."theme"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme" ADD CONSTRAINT "theme_scorecard_id_scorecard_id_fk" FOREIGN KEY ("scorecard_id") REFERENCES "public"."scorecard"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "request_done_once" ON "audit"."action" USING btree ("person","request_id") WHERE "audit"."action"."outcome" = 'done' and "audit"."action"."request_id" is not null;--> statement-breakpoint
CREATE INDEX "entry_by_organisation" ON "audit"."entry" USING btree ("organisation","position" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "entry_by_row" ON "audit"."entry" USING btree ("table_name","key","position" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "entry_by_indicator" ON "audit"."entry" USING btree ("indicator","position" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "entry_by_person" ON "audit"."entry" USING btree ("person","position" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "entry_by_verb" ON "audit"."entry" USING btree ("organisation","verb","position" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "entry_by_month" ON "audit"."entry" USING btree ("month","position" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "entry_by_team" ON "audit"."entry" USING btree ("team","position" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "entry_refused" ON "audit"."entry" USING btree ("position" DESC NULLS FIRST) WHERE "audit"."entry"."operation" = 'refused';--> statement-breakpoint
CREATE INDEX "entry_of_action" ON "audit"."entry" USING btree ("action","position" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "entry_by_at" ON "audit"."entry" USING btree ("at");--> statement-breakpoint
CREATE INDEX "entry_by_xid" ON "audit"."entry" USING btree ("xid");--> statement-breakpoint
CREATE INDEX "decision_by_revision" ON "comment_decision" USING btree ("revision_id");--> statement-breakpoint
CREATE INDEX "decision_by_cell" ON "comment_decision" USING btree ("indicator_id","month");--> statement-breakpoint
CREATE INDEX "revision_by_cell" ON "comment_revision" USING btree ("indicator_id","month");--> statement-breakpoint
CREATE INDEX "author_by_cell" ON "revision_author" USING btree ("indicator_id","month");--> statement-breakpoint
CREATE UNIQUE INDEX "band_set_once_a_month" ON "band_set" USING btree ("indicator_id","from_month") WHERE "band_set"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "band_set_by_indicator" ON "band_set" USING btree ("indicator_id","from_month");--> statement-breakpoint
CREATE UNIQUE INDEX "benchmark_once_a_month" ON "benchmark" USING btree ("indicator_id","name","from_month") WHERE "benchmark"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "benchmark_by_indicator" ON "benchmark" USING btree ("indicator_id","name","from_month");--> statement-breakpoint
CREATE UNIQUE INDEX "due_rule_once_a_month" ON "due_rule" USING btree ("indicator_id","from_month") WHERE "due_rule"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "due_rule_by_indicator" ON "due_rule" USING btree ("indicator_id","from_month");--> statement-breakpoint
CREATE UNIQUE INDEX "definition_once_a_month" ON "indicator_definition" USING btree ("indicator_id","from_month") WHERE "indicator_definition"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "definition_by_indicator" ON "indicator_definition" USING btree ("indicator_id","from_month");--> statement-breakpoint
CREATE UNIQUE INDEX "team_once_a_month" ON "indicator_team" USING btree ("indicator_id","from_month") WHERE "indicator_team"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "team_by_indicator" ON "indicator_team" USING btree ("indicator_id","from_month");--> statement-breakpoint
CREATE INDEX "indicator_by_team" ON "indicator_team" USING btree ("team_id","indicator_id");--> statement-breakpoint
CREATE UNIQUE INDEX "milestone_once_a_month" ON "milestone" USING btree ("indicator_id","month") WHERE "milestone"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "milestone_by_indicator" ON "milestone" USING btree ("indicator_id","month");--> statement-breakpoint
CREATE INDEX "deputy_by_person" ON "deputy" USING btree ("deputy_id","head_id");--> statement-breakpoint
CREATE UNIQUE INDEX "person_email_once" ON "person" USING btree (lower("email"));--> statement-breakpoint
CREATE UNIQUE INDEX "one_live_grant_of_a_kind" ON "role_grant" USING btree ("organisation_id","person_id","role",coalesce("team_id", '00000000-0000-0000-0000-000000000000')) WHERE "role_grant"."revoked_at" is null;--> statement-breakpoint
CREATE INDEX "role_grant_by_person" ON "role_grant" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "role_grant_by_organisation" ON "role_grant" USING btree ("organisation_id","person_id");--> statement-breakpoint
CREATE INDEX "session_by_person" ON "session" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "label_word_once" ON "label" USING btree ("label_set_id",lower("word"));--> statement-breakpoint
CREATE UNIQUE INDEX "label_set_once_a_month" ON "scorecard_label_set" USING btree ("scorecard_id","from_month") WHERE "scorecard_label_set"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "label_set_by_scorecard" ON "scorecard_label_set" USING btree ("scorecard_id","from_month");