CREATE INDEX "invitation_by_person" ON "invitation" USING btree ("person_id");
