import { TableRegion, tableClass } from "#components/ui/table-region";
import { TextLink } from "#components/ui/text-link";
import type { Version } from "#lib/definitions/list-versions";
import { paths } from "#lib/paths";
import { apart } from "#lib/rules/direction";
import { momentName } from "#lib/rules/moment";
import { monthName } from "#lib/rules/month";

const kinds: Record<Version["kind"], string> = {
  definition: "Measure",
  team: "Team",
  due_rule: "Due",
  band_set: "Bands",
  benchmark: "Benchmark",
  milestone: "Milestone",
};

/** An indicator keeps a definition and a team: the first of each is set anew, and not withdrawn. */
const isKept = (versions: readonly Version[], { kind, month }: Version) =>
  (kind === "definition" || kind === "team") &&
  !versions.some((each) => each.kind === kind && !each.withdrawnAt && each.month < month);

/** Everything that was set, by whom and when; what was withdrawn stays, with why. */
export function VersionList({
  versions,
  place: { slug, ref },
  timeZone,
}: {
  versions: readonly Version[];
  place: { slug: string; ref: string };
  timeZone: string;
}) {
  const title = `What was set: ${versions.length}`;
  return (
    <TableRegion label={title} className="max-h-[60vh]">
      <table className={tableClass}>
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Month</th>
            <th scope="col">As it was set</th>
            <th scope="col">By</th>
            <th scope="col">Mistaken</th>
          </tr>
        </thead>
        <tbody>
          {versions.map((version) => {
            const { kind, id, month, words, setAt, setBy, withdrawnAt, withdrawnBy, reason } = version;
            return (
              <tr key={id}>
                <th scope="row">{kinds[kind]}</th>
                <td className="whitespace-nowrap">{`${kind === "milestone" ? "for" : "from"} ${monthName(month)}`}</td>
                <td>{withdrawnAt ? <s>{words}</s> : words}</td>
                <td>{`${apart(setBy ?? "An operator")}, ${momentName(setAt, timeZone)}`}</td>
                <td>
                  {withdrawnAt &&
                    `Withdrawn by ${apart(withdrawnBy ?? "an operator")}, ${momentName(withdrawnAt, timeZone)}: ${reason ?? ""}`}
                  {!withdrawnAt && kind !== "milestone" && !isKept(versions, version) && (
                    <TextLink href={paths.definition(slug, ref, { withdraw: kind, version: id })}>
                      Withdraw<span className="sr-only">{` ${kinds[kind]} from ${monthName(month)}`}</span>
                    </TextLink>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableRegion>
  );
}
