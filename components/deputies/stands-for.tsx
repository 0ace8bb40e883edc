import { Note } from "#components/ui/note";
import type { Standing } from "#lib/access/actor";
import { apart } from "#lib/rules/direction";
import { dateName } from "#lib/rules/moment";

const list = new Intl.ListFormat("en-GB");

/** For whom somebody stands in, over what they decide on; nothing for who stands in for nobody. */
export function StandsFor({ standsFor }: { standsFor: readonly Standing[] }) {
  if (standsFor.length === 0) return null;
  const each = standsFor.map(
    ({ head, team, toDay }) => `${apart(head.name)} (${apart(team.name)}, until ${dateName(toDay)})`,
  );
  return <Note tone="quiet">You stand in for {list.format(each)}.</Note>;
}
