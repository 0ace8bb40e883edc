import { EmptyState } from "#components/ui/empty-state";
import { TableRegion, tableClass } from "#components/ui/table-region";
import { Tag } from "#components/ui/tag";
import { TextLink } from "#components/ui/text-link";
import { paths } from "#lib/paths";
import { momentName } from "#lib/rules/moment";

export type ListedImport = {
  id: string;
  fileName: string;
  readAt: Date;
  readBy: string | null;
  committedAt: Date | null;
  committedBy: string | null;
  scorecard: { slug: string; name: string } | null;
  doubts: number;
  answered: number;
};

const by = (name: string | null) => name ?? "an operator’s command";

export function ImportList({ imports, timeZone }: { imports: readonly ListedImport[]; timeZone: string }) {
  if (imports.length === 0) {
    return <EmptyState title="Nothing has been imported yet.">Upload a scorecard above to begin.</EmptyState>;
  }
  return (
    <TableRegion label="Imports">
      <table className={tableClass}>
        <caption>Every file that was read, newest first</caption>
        <thead>
          <tr>
            <th scope="col">File</th>
            <th scope="col">Read</th>
            <th scope="col">Doubts answered</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {imports.map((each) => (
            <tr key={each.id}>
              <th scope="row">
                <TextLink href={paths.import(each.id)}>{each.fileName}</TextLink>
              </th>
              <td>
                {momentName(each.readAt, timeZone)}, by {by(each.readBy)}
              </td>
              <td>
                {each.answered} of {each.doubts}
              </td>
              <td>
                {each.committedAt && each.scorecard ? (
                  <>
                    <Tag tone="accent">Committed</Tag> {momentName(each.committedAt, timeZone)}, by{" "}
                    {by(each.committedBy)}:{" "}
                    <TextLink href={paths.scorecard(each.scorecard.slug)}>{each.scorecard.name}</TextLink>
                  </>
                ) : (
                  <Tag>In review</Tag>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
