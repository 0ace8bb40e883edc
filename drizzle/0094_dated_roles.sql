DROP INDEX "one_live_grant_of_a_kind";--> statement-breakpoint
ALTER TABLE "role_grant" ADD COLUMN "from_day" date;--> statement-breakpoint
ALTER TABLE "role_grant" ADD COLUMN "to_day" date;--> statement-breakpoint
CREATE INDEX "role_grant_by_team" ON "role_grant" USING btree ("team_id","role") WHERE "role_grant"."team_id" is not null;--> statement-breakpoint
ALTER TABLE "role_grant" ADD CONSTRAINT "role_from_day_to_day" CHECK ("role_grant"."from_day" <= "role_grant"."to_day");--> statement-breakpoint
ALTER TABLE "role_grant" ADD CONSTRAINT "role_from_a_day" CHECK ("role_grant"."from_day" between '1000-01-01' and '9999-12-31');--> statement-breakpoint
ALTER TABLE "role_grant" ADD CONSTRAINT "role_to_a_day" CHECK ("role_grant"."to_day" between '1000-01-01' and '9999-12-31');