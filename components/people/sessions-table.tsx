import { TableRegion, tableClass } from "#components/ui/table-region";
import { Tag } from "#components/ui/tag";
import { agentInWords } from "#lib/rules/agent";
import { momentName } from "#lib/rules/moment";

type Session = { id: string; startedAt: Date; seenAt: Date; agent: string | null };

/** A person's live sessions; the one by which this page was asked for is marked. */
export function SessionsTable({
  sessions,
  timeZone,
  caption,
  ownId,
}: {
  sessions: readonly Session[];
  timeZone: string;
  caption: string;
  ownId?: string;
}) {
  return (
    <TableRegion label={caption}>
      <table className={tableClass}>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Signed in with</th>
            <th scope="col">Since</th>
            <th scope="col">Last seen</th>
          </tr>
        </thead>
        <tbody>
          {sessions.map(({ id, agent, startedAt, seenAt }) => (
            <tr key={id}>
              <th scope="row" className="font-normal">
                {agentInWords(agent)} {id === ownId && <Tag tone="accent">This one</Tag>}
              </th>
              <td>{momentName(startedAt, timeZone)}</td>
              <td>{momentName(seenAt, timeZone)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
