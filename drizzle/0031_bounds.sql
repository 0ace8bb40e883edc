-- What forms bound, the database bounds too: words can be seen and have an end, and a day is of a year with four digits.
-- A row from before that is otherwise stays as it is, and is not changed again before it is put right.
ALTER TABLE "actual" DROP CONSTRAINT "actual_first_of_month";
--> statement-breakpoint
ALTER TABLE "comment" DROP CONSTRAINT "comment_first_of_month";
--> statement-breakpoint
ALTER TABLE "band_set" DROP CONSTRAINT "band_set_ends_after_it_starts";
--> statement-breakpoint
ALTER TABLE "band_set" DROP CONSTRAINT "band_set_from_first_of_month";
--> statement-breakpoint
ALTER TABLE "benchmark" DROP CONSTRAINT "benchmark_ends_after_it_starts";
--> statement-breakpoint
ALTER TABLE "benchmark" DROP CONSTRAINT "benchmark_from_first_of_month";
--> statement-breakpoint
ALTER TABLE "due_rule" DROP CONSTRAINT "due_from_first_of_month";
--> statement-breakpoint
ALTER TABLE "due_rule" DROP CONSTRAINT "due_to_first_of_month";
--> statement-breakpoint
ALTER TABLE "due_rule" DROP CONSTRAINT "due_ends_after_it_starts";
--> statement-breakpoint
ALTER TABLE "indicator" DROP CONSTRAINT "indicator_has_a_ref";
--> statement-breakpoint
ALTER TABLE "indicator_definition" DROP CONSTRAINT "definition_has_a_measure";
--> statement-breakpoint
ALTER TABLE "indicator_definition" DROP CONSTRAINT "definition_ends_after_it_starts";
--> statement-breakpoint
ALTER TABLE "indicator_definition" DROP CONSTRAINT "definition_from_first_of_month";
--> statement-breakpoint
ALTER TABLE "indicator_team" DROP CONSTRAINT "team_from_first_of_month";
--> statement-breakpoint
ALTER TABLE "milestone" DROP CONSTRAINT "milestone_first_of_month";
--> statement-breakpoint
ALTER TABLE "scorecard_month" DROP CONSTRAINT "scorecard_month_first_of_month";
--> statement-breakpoint
ALTER TABLE "organisation" DROP CONSTRAINT "organisation_has_a_name";
--> statement-breakpoint
ALTER TABLE "person" DROP CONSTRAINT "person_has_a_name";
--> statement-breakpoint
ALTER TABLE "team" DROP CONSTRAINT "team_has_a_name";
--> statement-breakpoint
ALTER TABLE "label" DROP CONSTRAINT "label_has_a_word";
--> statement-breakpoint
ALTER TABLE "scorecard" DROP CONSTRAINT "scorecard_has_a_name";
--> statement-breakpoint
ALTER TABLE "scorecard_label_set" DROP CONSTRAINT "label_set_from_first_of_month";
--> statement-breakpoint
ALTER TABLE "bank_holiday" DROP CONSTRAINT "bank_holiday_has_a_name";
--> statement-breakpoint
ALTER TABLE "actual" ADD CONSTRAINT "actual_first_of_month" CHECK (extract(day from "actual"."month") = 1 and "actual"."month" between '1000-01-01' and '9999-12-01') NOT VALID;
--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_first_of_month" CHECK (extract(day from "comment"."month") = 1 and "comment"."month" between '1000-01-01' and '9999-12-01') NOT VALID;
--> statement-breakpoint
ALTER TABLE "comment_decision" ADD CONSTRAINT "decision_missing_is_known" CHECK ("comment_decision"."missing" in ('x', 'z', 'c')) NOT VALID;
--> statement-breakpoint
ALTER TABLE "import_doubt" ADD CONSTRAINT "import_doubt_key_can_be_shown" CHECK (length("import_doubt"."key") <= 500 and audit.has_visible("import_doubt"."key")) NOT VALID;
--> statement-breakpoint
ALTER TABLE "import_doubt" ADD CONSTRAINT "import_doubt_kind_can_be_shown" CHECK (length("import_doubt"."kind") <= 100 and audit.has_visible("import_doubt"."kind")) NOT VALID;
--> statement-breakpoint
ALTER TABLE "import" ADD CONSTRAINT "import_has_a_sha256" CHECK ("import"."sha256" ~ '^[0-9a-f]{64}$') NOT VALID;
--> statement-breakpoint
ALTER TABLE "band" ADD CONSTRAINT "band_can_be_shown" CHECK (length("band"."as_typed") <= 100 and audit.has_visible("band"."as_typed")) NOT VALID;
--> statement-breakpoint
ALTER TABLE "band_set" ADD CONSTRAINT "band_set_ends_after_it_starts" CHECK ("band_set"."to_month" between "band_set"."from_month" and '9999-12-01' and extract(day from "band_set"."to_month") = 1 and ("band_set"."to_month" is null) = ("band_set"."ended_at" is null)) NOT VALID;
--> statement-breakpoint
ALTER TABLE "band_set" ADD CONSTRAINT "band_set_from_first_of_month" CHECK (extract(day from "band_set"."from_month") = 1 and "band_set"."from_month" between '1000-01-01' and '9999-12-01') NOT VALID;
--> statement-breakpoint
ALTER TABLE "benchmark" ADD CONSTRAINT "benchmark_name_can_be_shown" CHECK (length("benchmark"."name") <= 200 and audit.has_visible("benchmark"."name")) NOT VALID;
--> statement-breakpoint
ALTER TABLE "benchmark" ADD CONSTRAINT "benchmark_year_can_be_shown" CHECK (length("benchmark"."year") <= 100 and audit.has_visible("benchmark"."year")) NOT VALID;
--> statement-breakpoint
ALTER TABLE "benchmark" ADD CONSTRAINT "neighbour_set_can_be_shown" CHECK (length("benchmark"."neighbour_set") <= 500 and audit.has_visible("benchmark"."neighbour_set")) NOT VALID;
--> statement-breakpoint
ALTER TABLE "benchmark" ADD CONSTRAINT "benchmark_source_can_be_shown" CHECK (length("benchmark"."source") <= 500 and audit.has_visible("benchmark"."source")) NOT VALID;
--> statement-breakpoint
ALTER TABLE "benchmark" ADD CONSTRAINT "benchmark_ends_after_it_starts" CHECK ("benchmark"."to_month" between "benchmark"."from_month" and '9999-12-01' and extract(day from "benchmark"."to_month") = 1 and ("benchmark"."to_month" is null) = ("benchmark"."ended_at" is null)) NOT VALID;
--> statement-breakpoint
ALTER TABLE "benchmark" ADD CONSTRAINT "benchmark_from_first_of_month" CHECK (extract(day from "benchmark"."from_month") = 1 and "benchmark"."from_month" between '1000-01-01' and '9999-12-01') NOT VALID;
--> statement-breakpoint
ALTER TABLE "due_rule" ADD CONSTRAINT "due_from_first_of_month" CHECK (extract(day from "due_rule"."from_month") = 1 and "due_rule"."from_month" between '1000-01-01' and '9999-12-01') NOT VALID;
--> statement-breakpoint
ALTER TABLE "due_rule" ADD CONSTRAINT "due_to_first_of_month" CHECK (extract(day from "due_rule"."to_month") = 1 and "due_rule"."to_month" between '1000-01-01' and '9999-12-01') NOT VALID;
--> statement-breakpoint
ALTER TABLE "due_rule" ADD CONSTRAINT "due_ends_after_it_starts" CHECK ("due_rule"."to_month" between "due_rule"."from_month" and '9999-12-01' and extract(day from "due_rule"."to_month") = 1 and ("due_rule"."to_month" is null) = ("due_rule"."ended_at" is null)) NOT VALID;
--> statement-breakpoint
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_ref_can_be_shown" CHECK (length("indicator"."ref") <= 40 and audit.has_visible("indicator"."ref")) NOT VALID;
--> statement-breakpoint
ALTER TABLE "indicator_definition" ADD CONSTRAINT "measure_can_be_shown" CHECK (length("indicator_definition"."measure") <= 2000 and audit.has_visible("indicator_definition"."measure")) NOT VALID;
--> statement-breakpoint
ALTER TABLE "indicator_definition" ADD CONSTRAINT "numerator_label_can_be_shown" CHECK (length("indicator_definition"."numerator_label") <= 500 and audit.has_visible("indicator_definition"."numerator_label")) NOT VALID;
--> statement-breakpoint
ALTER TABLE "indicator_definition" ADD CONSTRAINT "denominator_label_can_be_shown" CHECK (length("indicator_definition"."denominator_label") <= 500 and audit.has_visible("indicator_definition"."denominator_label")) NOT VALID;
--> statement-breakpoint
ALTER TABLE "indicator_definition" ADD CONSTRAINT "action_plan_refs_can_be_shown" CHECK (array_position("indicator_definition"."action_plan_refs", null) is null and coalesce(array_ndims("indicator_definition"."action_plan_refs"), 1) = 1 and length(array_to_string("indicator_definition"."action_plan_refs", ' ')) <= 2000) NOT VALID;
--> statement-breakpoint
ALTER TABLE "indicator_definition" ADD CONSTRAINT "definition_ends_after_it_starts" CHECK ("indicator_definition"."to_month" between "indicator_definition"."from_month" and '9999-12-01' and extract(day from "indicator_definition"."to_month") = 1 and ("indicator_definition"."to_month" is null) = ("indicator_definition"."ended_at" is null)) NOT VALID;
--> statement-breakpoint
ALTER TABLE "indicator_definition" ADD CONSTRAINT "definition_from_first_of_month" CHECK (extract(day from "indicator_definition"."from_month") = 1 and "indicator_definition"."from_month" between '1000-01-01' and '9999-12-01') NOT VALID;
--> statement-breakpoint
ALTER TABLE "indicator_team" ADD CONSTRAINT "team_from_first_of_month" CHECK (extract(day from "indicator_team"."from_month") = 1 and "indicator_team"."from_month" between '1000-01-01' and '9999-12-01') NOT VALID;
--> statement-breakpoint
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_can_be_shown" CHECK (length("milestone"."as_typed") <= 100 and audit.has_visible("milestone"."as_typed")) NOT VALID;
--> statement-breakpoint
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_first_of_month" CHECK (extract(day from "milestone"."month") = 1 and "milestone"."month" between '1000-01-01' and '9999-12-01') NOT VALID;
--> statement-breakpoint
ALTER TABLE "scorecard_month" ADD CONSTRAINT "figures_due_on_a_day" CHECK ("scorecard_month"."figures_due" between '1000-01-01' and '9999-12-31') NOT VALID;
--> statement-breakpoint
ALTER TABLE "scorecard_month" ADD CONSTRAINT "commentary_due_on_a_day" CHECK ("scorecard_month"."commentary_due" between '1000-01-01' and '9999-12-31') NOT VALID;
--> statement-breakpoint
ALTER TABLE "scorecard_month" ADD CONSTRAINT "scorecard_month_first_of_month" CHECK (extract(day from "scorecard_month"."month") = 1 and "scorecard_month"."month" between '1000-01-01' and '9999-12-01') NOT VALID;
--> statement-breakpoint
ALTER TABLE "deputy" ADD CONSTRAINT "deputy_from_a_day" CHECK ("deputy"."from_day" between '1000-01-01' and '9999-12-31') NOT VALID;
--> statement-breakpoint
ALTER TABLE "deputy" ADD CONSTRAINT "deputy_to_a_day" CHECK ("deputy"."to_day" between '1000-01-01' and '9999-12-31') NOT VALID;
--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_name_can_be_shown" CHECK (length("organisation"."name") <= 200 and audit.has_visible("organisation"."name")) NOT VALID;
--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_email_can_be_shown" CHECK (length("person"."email") <= 254 and audit.has_visible("person"."email")) NOT VALID;
--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_name_can_be_shown" CHECK (length("person"."name") <= 200 and audit.has_visible("person"."name")) NOT VALID;
--> statement-breakpoint
ALTER TABLE "team" ADD CONSTRAINT "team_slug_can_be_shown" CHECK ("team"."slug" ~ '^[a-z0-9-]{1,80}$') NOT VALID;
--> statement-breakpoint
ALTER TABLE "team" ADD CONSTRAINT "team_name_can_be_shown" CHECK (length("team"."name") <= 200 and audit.has_visible("team"."name")) NOT VALID;
--> statement-breakpoint
ALTER TABLE "label" ADD CONSTRAINT "label_word_can_be_shown" CHECK (length("label"."word") <= 100 and audit.has_visible("label"."word")) NOT VALID;
--> statement-breakpoint
ALTER TABLE "label_set" ADD CONSTRAINT "label_set_name_can_be_shown" CHECK (length("label_set"."name") <= 200 and audit.has_visible("label_set"."name")) NOT VALID;
--> statement-breakpoint
ALTER TABLE "scorecard" ADD CONSTRAINT "scorecard_slug_can_be_shown" CHECK ("scorecard"."slug" ~ '^[a-z0-9-]{1,80}$') NOT VALID;
--> statement-breakpoint
ALTER TABLE "scorecard" ADD CONSTRAINT "scorecard_name_can_be_shown" CHECK (length("scorecard"."name") <= 200 and audit.has_visible("scorecard"."name")) NOT VALID;
--> statement-breakpoint
ALTER TABLE "scorecard_label_set" ADD CONSTRAINT "label_set_from_first_of_month" CHECK (extract(day from "scorecard_label_set"."from_month") = 1 and "scorecard_label_set"."from_month" between '1000-01-01' and '9999-12-01') NOT VALID;
--> statement-breakpoint
ALTER TABLE "section" ADD CONSTRAINT "section_title_can_be_shown" CHECK (length("section"."title") <= 500 and audit.has_visible("section"."title")) NOT VALID;
--> statement-breakpoint
ALTER TABLE "theme" ADD CONSTRAINT "theme_slug_can_be_shown" CHECK ("theme"."slug" ~ '^[a-z0-9-]{1,80}$') NOT VALID;
--> statement-breakpoint
ALTER TABLE "theme" ADD CONSTRAINT "theme_name_can_be_shown" CHECK (length("theme"."name") <= 200 and audit.has_visible("theme"."name")) NOT VALID;
--> statement-breakpoint
ALTER TABLE "bank_holiday" ADD CONSTRAINT "bank_holiday_name_can_be_shown" CHECK (length("bank_holiday"."name") <= 100 and audit.has_visible("bank_holiday"."name")) NOT VALID;
--> statement-breakpoint
ALTER TABLE "bank_holiday" ADD CONSTRAINT "bank_holiday_on_a_day" CHECK ("bank_holiday"."day" between '1000-01-01' and '9999-12-31') NOT VALID;
--> statement-breakpoint
ALTER TABLE "edition" ADD CONSTRAINT "blockers_are_in_words" CHECK (length("edition"."blockers"::text) <= 1000000 and not jsonb_path_exists("edition"."blockers", '$[*] ? (!(@.type() == "object" && @.kind.type() == "string" && @.ref.type() == "string" && @.team.type() == "string" && @.words.type() == "string"))')) NOT VALID;

--> statement-breakpoint
ALTER TABLE "reopening" DROP CONSTRAINT "reopening_first_of_month";
--> statement-breakpoint
ALTER TABLE "return_submission" DROP CONSTRAINT "return_submission_first_of_month";
--> statement-breakpoint
ALTER TABLE "reopening" ADD CONSTRAINT "reopening_first_of_month" CHECK (extract(day from "reopening"."month") = 1 and "reopening"."month" between '1000-01-01' and '9999-12-01') NOT VALID;
--> statement-breakpoint
ALTER TABLE "return_submission" ADD CONSTRAINT "return_submission_first_of_month" CHECK (extract(day from "return_submission"."month") = 1 and "return_submission"."month" between '1000-01-01' and '9999-12-01') NOT VALID;
