"use client";

import type { StandingView } from "#components/home/standing-view";
import { TableRegion, tableClass } from "#components/ui/table-region";
import { TextLink } from "#components/ui/text-link";

/** How the open months come in, team by team: a bar to look at, and the same in numbers and words. */
export function MonthsStanding({ months }: { months: readonly StandingView[] }) {
  return (
    <section className="mt-6">
      <h2 className="mb-2.5 text-xl">How the open months come in</h2>
      <div className="grid gap-x-8 gap-y-5 xl:grid-cols-2">
        {months.map(({ title, when, teams, more }) => (
          <div key={title} className="min-w-0">
            <h3 className="text-base">{title}</h3>
            <p className="mb-1 text-sm text-soft">{when}</p>
            <TableRegion label={`How ${title} comes in, by team`} className="">
              <table className={`${tableClass} max-sm:text-[0.8125rem] max-sm:[&_:is(td,th)]:px-1!`}>
                <caption className="sr-only">{`How ${title} comes in, by team`}</caption>
                <thead>
                  <tr>
                    <th scope="col">Team</th>
                    <th scope="col">Figures</th>
                    <th scope="col">To decide on</th>
                    <th scope="col">Return</th>
                  </tr>
                </thead>
                <tbody>
                  {teams.map(([name, href, given, due, waiting, state]) => (
                    <tr key={name}>
                      <th scope="row" className="font-normal">
                        <TextLink href={href}>{name}</TextLink>
                      </th>
                      <td>
                        {`${given} of ${due}`}
                        <Bar given={given} due={due} />
                      </td>
                      <td>{waiting}</td>
                      <td>{state}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </TableRegion>
            {more > 0 && <p className="mt-1 text-sm text-soft">{`and ${more} more, of which less is wanted.`}</p>}
          </div>
        ))}
      </div>
    </section>
  );
}

/** The share that is given. Beside it stands the same in numbers. */
function Bar({ given, due }: { given: number; due: number }) {
  return (
    <svg className="bar" aria-hidden="true">
      <rect width={`${Math.floor((100 * given) / due)}%`} />
    </svg>
  );
}
