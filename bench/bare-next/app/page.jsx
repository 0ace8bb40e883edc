import { connection } from "next/server";
import { pool } from "./pool";

/** The plain table: 16 rows of 14 cells, read from the database, and nothing else. */
export default async function Page() {
  await connection();
  const { rows } = await pool.query(
    "select line, array_agg(value order by place) as cells from cell group by line order by line",
  );
  return (
    <table>
      <tbody>
        {rows.map(({ line, cells }) => (
          <tr key={line}>
            {cells.map((value, place) => (
              <td key={place}>{value}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
