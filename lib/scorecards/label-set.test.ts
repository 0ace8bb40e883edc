import { beforeAll, describe, expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { makeWorld, type World } from "#lib/testing/world";

const database = useDatabase();
let world: World;

beforeAll(async () => {
  world = await makeWorld(database);
});

/** Writes a label set with levels of these ranks, by SQL. */
const write = (name: string, ranks: readonly number[]) =>
  database.asOwner(`do $$
    declare made uuid;
    begin
      perform audit.begin_operator('a label set');
      insert into label_set (organisation_id, name) values ('${world.organisationId}', '${name}') returning id into made;
      insert into label (label_set_id, rank, word, short, shape, tone, asks_for_comment)
        select made, rank, 'Level ' || rank, rank, 'shield', 'plum', false from unnest('{${ranks.join(",")}}'::int[]) rank;
    end $$`);

describe("a label set", () => {
  test("has two to six levels, ranked from 1 without a hole", async () => {
    await write("two", [1, 2]);
    await write("six", [6, 5, 4, 3, 2, 1]);
    for (const ranks of [[], [1], [2, 3], [1, 3], [1, 2, 4]]) {
      await expect(write("holes", ranks), ranks.join()).rejects.toMatchObject({ constraint: "label_set_is_whole" });
    }
    await expect(write("none", [0, 1, 2])).rejects.toMatchObject({ constraint: "label_rank_of_1_to_6" });
    await expect(write("seven", [1, 2, 3, 4, 5, 6, 7])).rejects.toMatchObject({ constraint: "label_rank_of_1_to_6" });
    await expect(write("twice", [1, 1])).rejects.toMatchObject({ constraint: "label_rank_once" });
    await expect(write("two", [1, 2])).rejects.toMatchObject({ constraint: "label_set_name_once" });
  });

  test("keeps its levels as they are", async () => {
    for (const change of ["word = 'Fine'", "tone = 'lake'", "asks_for_comment = true", "rank = 5"]) {
      await expect(
        database.asOwner(`do $$ begin
          perform audit.begin_operator('a change');
          update label set ${change} where word = 'Good';
        end $$`),
        change,
      ).rejects.toMatchObject({ code: "CD003" });
    }
  });

  test("gets no more levels once a scorecard uses it", async () => {
    await expect(
      database.asOwner(`do $$ begin
        perform audit.begin_operator('a fifth level');
        insert into label (label_set_id, rank, word, short, shape, tone, asks_for_comment)
          select label_set_id, 5, 'Special', 'S', 'shield', 'plum', true from scorecard_label_set limit 1;
      end $$`),
    ).rejects.toMatchObject({ code: "CD003", message: expect.stringContaining("gets no more levels") });
  });
});
