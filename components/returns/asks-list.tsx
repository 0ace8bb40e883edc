import type { AskedTogether } from "#lib/rules/asks-why";

const list = new Intl.ListFormat("en-GB");

/** What is said before several figures change on which others rely. */
export function AsksList({ asks }: { asks: readonly AskedTogether[] }) {
  return (
    <ul>
      {asks.map(({ names, why }) => (
        <li key={why}>
          <b>{list.format([...new Set(names)])}</b>: {why}
        </li>
      ))}
    </ul>
  );
}
