-- History is a page of the newest of what is asked: each scope and each key asked has an index that ends in the position.
DROP INDEX "audit"."entry_refused";--> statement-breakpoint
CREATE INDEX "entry_by_scorecard" ON "audit"."entry" USING btree ("scorecard","position" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "entry_by_cell" ON "audit"."entry" USING btree ("indicator","month","position" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "entry_by_team_indicator" ON "audit"."entry" USING btree ("team","indicator","position" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "entry_by_team_month" ON "audit"."entry" USING btree ("team","month","position" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "entry_by_team_person" ON "audit"."entry" USING btree ("team","person","position" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "entry_by_team_verb" ON "audit"."entry" USING btree ("team","verb","position" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "entry_by_person_indicator" ON "audit"."entry" USING btree ("person","indicator","position" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "entry_by_person_month" ON "audit"."entry" USING btree ("person","month","position" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "entry_by_person_verb" ON "audit"."entry" USING btree ("person","verb","position" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "refusal_by_organisation" ON "audit"."entry" USING btree ("organisation","position" DESC NULLS FIRST) WHERE "audit"."entry"."operation" = 'refused';--> statement-breakpoint
CREATE INDEX "refusal_by_team" ON "audit"."entry" USING btree ("team","position" DESC NULLS FIRST) WHERE "audit"."entry"."operation" = 'refused';--> statement-breakpoint
CREATE INDEX "refusal_by_person" ON "audit"."entry" USING btree ("person","position" DESC NULLS FIRST) WHERE "audit"."entry"."operation" = 'refused';
