import { PackChart } from "#components/pack/pack-chart";
import { PackRow } from "#components/pack/pack-row";
import type { RowView, SheetView } from "#components/scorecards/sheet-view";
import type { Pack } from "#lib/months/read-pack";
import { monthShort } from "#lib/rules/month";
import type { Sheet } from "#lib/scorecards/sheet";

/** One theme on pages of its own: its table, the comments on show, and a chart of each indicator. */
export function PackTheme({ theme, view, pack }: { theme: string; view: SheetView; pack: Pack }) {
  const sections = view.sections.filter((section) => section.theme.slug === theme);
  const rows = sections.flatMap((section) => section.rows);
  const name = sections[0]?.theme.name ?? "";
  return (
    <section className="theme">
      <h1>{name}</h1>
      <table className="sheet">
        <thead>
          <tr>
            <th scope="col" className="ref">
              PI ref
            </th>
            <th scope="col" className="measure">
              Measure
            </th>
            {view.months.map((month) => (
              <th key={month} scope="col" className="n">
                {monthShort(month)}
              </th>
            ))}
            <th scope="col" className="planned">
              Milestones
            </th>
          </tr>
        </thead>
        {sections.map((section) => (
          <tbody key={section.name}>
            <tr>
              <th scope="rowgroup" colSpan={view.months.length + 3}>
                {section.name}
              </th>
            </tr>
            {section.rows.map((row) => (
              <PackRow key={row.ref} row={row} view={view} />
            ))}
          </tbody>
        ))}
      </table>
      <Comments rows={rows} name={name} />
      <Charts rows={rows} name={name} pack={pack} />
    </section>
  );
}

function Comments({ rows, name }: { rows: readonly RowView[]; name: string }) {
  const said = rows.filter((row) => row.said);
  if (said.length === 0) return null;
  return (
    <>
      <h2>{`${name}: comments`}</h2>
      <div className="columns">
        {said.map(({ ref, measure, said: comment }) => (
          <div key={ref} className="comment">
            <h3>{`${ref} ${measure}`}</h3>
            {comment?.body && <p className="words">{comment.body}</p>}
            <p className="small">{comment?.standing}</p>
          </div>
        ))}
      </div>
    </>
  );
}

function Charts({ rows, name, pack }: { rows: readonly RowView[]; name: string; pack: Pack }) {
  const { sheet, stretches } = pack;
  const refs = new Set(rows.map(({ ref }) => ref));
  const those = sheet.indicators.filter(({ ref }) => refs.has(ref));
  return (
    <>
      <h2>{`${name}: charts`}</h2>
      <p className="small key">{`${bandWords(sheet)} ${signWords}`}</p>
      <div className="charts">
        {those.map((indicator) => (
          <PackChart
            key={indicator.id}
            sheet={sheet}
            indicator={indicator}
            stretches={stretches.get(indicator.id) ?? []}
          />
        ))}
      </div>
    </>
  );
}

const bandWords = ({ labelsNow }: Sheet) =>
  `Washes are bands: ${labelsNow.map(({ short, word }) => `${short} ${word}`).join(", ")}.`;

const signWords = [
  "Diamonds are milestones: full met, crossed missed, empty to come, barred without a figure.",
  "A square is a special cause of improvement, a triangle one of concern.",
  "Dashed lines are the limits of what is usual, a dotted line is the neighbour average.",
].join(" ");
