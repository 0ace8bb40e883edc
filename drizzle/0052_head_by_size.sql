-- An export is cut at the head that its reader holds, which is named by how many leaves it has.
CREATE INDEX "head_by_size" ON "audit"."head" USING btree ("size");