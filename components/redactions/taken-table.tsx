import { TableRegion, tableClass } from "#components/ui/table-region";
import { TextLink } from "#components/ui/text-link";
import { paths } from "#lib/paths";
import type { TakenFile } from "#lib/redactions/get-redaction";
import { momentName } from "#lib/rules/moment";

type Props = { taken: readonly TakenFile[]; hasMore: boolean; timeZone: string };

/** Files that may have the words, because they were taken away while they stood here: whom to ask for them. */
export function TakenTable({ taken, hasMore, timeZone }: Props) {
  return (
    <section className="mt-8">
      <h2 className="mb-1 text-xl">Files taken away meanwhile</h2>
      {taken.length === 0 ? (
        <p>Nobody took a file away while the words stood here.</p>
      ) : (
        <>
          <p className="mb-2 max-w-2xl">
            They may have the words, and nothing here reaches them. Ask who took them away to delete them.
          </p>
          <TableRegion label="Files taken away meanwhile">
            <table className={tableClass}>
              <caption>The newest first{hasMore ? "; there are more, in the history’s exports" : ""}</caption>
              <thead>
                <tr>
                  {["When", "Who", "What"].map((column) => (
                    <th key={column} scope="col">
                      {column}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {taken.map(({ position, at, by, what }) => (
                  <tr key={position}>
                    <th scope="row" className="font-normal">
                      <TextLink href={paths.entry(position)} className="inline-block leading-6">
                        {momentName(at, timeZone)}
                      </TextLink>
                    </th>
                    <td>{by}</td>
                    <td className="min-w-40 wrap-anywhere">{what}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableRegion>
        </>
      )}
    </section>
  );
}
