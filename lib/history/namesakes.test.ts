import { expect, test } from "vitest";
import { useDatabase } from "#db/testing/use-database";
import { listHistoryChoices } from "#lib/history/list-choices";
import { makeWorld } from "#lib/testing/world";

const database = useDatabase();

test("people of one name are told apart by their teams, or by what they are", async () => {
  const { actors } = await makeWorld(database);
  const namesakes = `'${actors.lead.person.id}', '${actors.otherLead.person.id}', '${actors.reader.person.id}'`;
  await database.asOwner(`do $$ begin
    perform audit.begin_operator('namesakes');
    update person set name = 'Jo Gray' where id in (${namesakes});
  end $$`);
  const { people } = await listHistoryChoices(actors.auditor);
  const labels = people.map(({ label }) => label).sort();
  expect(labels.filter((label) => label.startsWith("Jo Gray"))).toEqual([
    "Jo Gray, Assessment",
    "Jo Gray, Workforce",
    "Jo Gray, reader",
  ]);
  expect(labels).toContain("The auditor");
});
