import { agentInWords } from "#lib/rules/agent";
import { momentName } from "#lib/rules/moment";

type Refused = { attempts: number; at: Date; agent: string | null };

/** The newest refused sign-ins to one's own account. */
export function RefusedSignIns({ refused, timeZone }: { refused: readonly Refused[]; timeZone: string }) {
  if (refused.length === 0) return <p className="text-soft">None was.</p>;
  return (
    <ul className="grid gap-1">
      {refused.map(({ attempts, at, agent }) => (
        <li key={at.toISOString()}>
          {momentName(at, timeZone)}
          {agent && <>, with {agentInWords(agent)}</>}
          {attempts > 1 && <>: {attempts} times</>}
        </li>
      ))}
    </ul>
  );
}
