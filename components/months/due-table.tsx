"use client";

import { TableRegion, tableClass } from "#components/ui/table-region";
import { TextLink } from "#components/ui/text-link";
import type { DueLine } from "#lib/months/due-lines";
import { paths } from "#lib/paths";
import type { MonthState } from "#lib/rules/month";

type Props = { slug: string; state: MonthState; lines: readonly Omit<DueLine, "id">[] };

/** Every indicator of a month: whether it is due, and why or why not. What is not due is grey. */
export function DueTable({ slug, state, lines }: Props) {
  const due = lines.filter(({ isDue }) => isDue).length;
  return (
    <TableRegion label="What is due, indicator by indicator" className="">
      <table className={tableClass}>
        <caption>
          {due} of {lines.length} {lines.length === 1 ? "indicator" : "indicators"} due, and why
        </caption>
        <thead>
          <tr>
            <th scope="col">Indicator and its team</th>
            <th scope="col">Due</th>
            {state !== "not opened" && <th scope="col">Figure</th>}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ ref, measure, team, isDue, why, timeliness }) => (
            <tr key={ref} className={isDue ? undefined : "text-soft"}>
              <th scope="row" className="font-normal">
                <TextLink href={paths.indicator(slug, ref)}>{ref}</TextLink> {measure}
                <span className="block text-soft">{team ?? "no team"}</span>
              </th>
              <td className="sm:min-w-48">{isDue ? `Yes: ${why}` : `No: ${why}`}</td>
              {state !== "not opened" && <td>{timeliness}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
