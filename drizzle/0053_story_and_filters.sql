-- What became of a month and its returns is found for the story of each of its cells; and the actions of a request or an import.
CREATE INDEX "action_by_request" ON "audit"."action" USING btree ("request_id") WHERE "audit"."action"."request_id" is not null;--> statement-breakpoint
CREATE INDEX "action_by_import" ON "audit"."action" USING btree ("import") WHERE "audit"."action"."import" is not null;--> statement-breakpoint
CREATE INDEX "entry_of_month" ON "audit"."entry" USING btree ("scorecard","month","position" DESC NULLS FIRST) WHERE "audit"."entry"."indicator" is null;