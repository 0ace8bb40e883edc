import { TextLink } from "#components/ui/text-link";
import type { QueueAddress } from "#lib/commentary/queue-address";
import type { Queue } from "#lib/commentary/reading/get-approvals";
import type { QueueGroup } from "#lib/commentary/reading/wanted-cells";
import { paths } from "#lib/paths";
import { monthName } from "#lib/rules/month";

type Part = { value: string; label: string; waiting: number };

const kinds = [
  ["month", "Month", ({ month }: QueueGroup) => ({ value: month, label: monthName(month) })],
  ["team", "Team", ({ team }: QueueGroup) => ({ value: team.slug, label: team.name })],
  ["scorecard", "Scorecard", ({ scorecard }: QueueGroup) => ({ value: scorecard.slug, label: scorecard.name })],
] as const;

/** By what the queue can be looked at in part, where there is more than one of it, each with how many wait there. */
export function QueueParts({
  queue: { groups, waiting },
  part,
  address = paths.approvals,
}: {
  queue: Queue;
  part: QueueAddress;
  address?: (part: QueueAddress) => string;
}) {
  const lines = kinds.flatMap(([kind, title, of]) => {
    const parts = partsOf(groups, of);
    return parts.length > 1 || part[kind] ? [{ kind, title, parts }] : [];
  });
  if (lines.length === 0) return null;
  return (
    <nav aria-label="Part of the queue" className="queue-parts">
      <dl>
        {lines.map(({ kind, title, parts }) => (
          <div key={kind}>
            <dt>{title}</dt>
            {[{ value: "", label: "all", waiting }, ...parts].map(({ value, label, waiting: count }) => (
              <dd key={value}>
                <TextLink
                  href={address({ ...part, [kind]: value })}
                  aria-current={(part[kind] ?? "") === value ? "true" : undefined}
                >
                  {label}
                </TextLink>{" "}
                ({count})
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </nav>
  );
}

function partsOf(groups: readonly QueueGroup[], of: (group: QueueGroup) => Omit<Part, "waiting">): Part[] {
  return [...Map.groupBy(groups, (group) => of(group).value)].map(([value, those]) => ({
    value,
    label: of(those[0]!).label,
    waiting: those.reduce((sum, { waiting }) => sum + waiting, 0),
  }));
}
