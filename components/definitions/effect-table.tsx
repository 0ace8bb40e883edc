import { TableRegion, tableClass } from "#components/ui/table-region";

/** Rows of words, each as it is and as it becomes. */
export function EffectTable({
  title,
  columns,
  rows,
}: {
  title: string;
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}) {
  return (
    <TableRegion label={title} className="my-4 max-h-[60vh]">
      <table className={tableClass}>
        <caption className="font-semibold">{title}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...rest]) => (
            <tr key={[first, ...rest].join(" ")}>
              <th scope="row">{first}</th>
              {rest.map((text, index) => (
                <td key={columns[index + 1]}>{text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
