import { PackSign } from "#components/pack/pack-sign";
import { changeWords } from "#components/scorecards/change-words";
import { changeTitle, changeTitles } from "#components/scorecards/changes-view";
import type { SheetView } from "#components/scorecards/sheet-view";
import type { Pack } from "#lib/months/read-pack";
import { apart } from "#lib/rules/direction";
import { editionWords } from "#lib/rules/edition";
import type { Made } from "#lib/rules/made";
import { momentName } from "#lib/rules/moment";
import { monthName, parseMonth } from "#lib/rules/month";
import { categoryNames, restatedWords } from "#lib/rules/restating";
import { smallInFile } from "#lib/rules/small/small-words";

type Front = { pack: Pack; made: Made; view: SheetView };

/** "Edition 1 of November 2013", "Cut 12", or that the figures are live ones. */
export const ofWhat = ({ isLive }: Pack, made: Made): string =>
  isLive ? ["Live figures, not published", made.small && smallInFile[made.small]].filter(Boolean).join("; ") : made.of;

/** The first page: of what the pack is, how many earn each grade, what moved, over what it was published and what was restated. */
export function PackFront({ pack, made, view }: Front) {
  const { cut, takenAt, edition } = pack;
  return (
    <section>
      <h1>{view.name}</h1>
      <p className="of">{ofWhat(pack, made)}</p>
      <p>
        {edition
          ? `Published by ${apart(edition.publishedBy ?? "")}, ${momentName(edition.publishedAt, made.timeZone)}. `
          : ""}
        {`As it stood on ${momentName(takenAt, made.timeZone)}, cut ${cut}. Made by ${apart(made.by)}, ${made.local}.`}
      </p>
      {view.about && <p>{view.about}</p>}
      <div className="beside">
        <Counts view={view} />
        <div>
          <PublishedOver pack={pack} />
          <Restated pack={pack} />
        </div>
      </div>
      <Moved pack={pack} />
    </section>
  );
}

function Counts({ view: { focus, tiles, levels, legend } }: { view: SheetView }) {
  if (!focus) return <p>No month that may be shown has been opened yet.</p>;
  return (
    <div>
      <h2>{`Grades in ${monthName(focus)}`}</h2>
      <table className="counts">
        <thead>
          <tr>
            <th scope="col">Grade</th>
            <th scope="col" className="n">
              How many
            </th>
            <th scope="col">Which</th>
          </tr>
        </thead>
        <tbody>
          {tiles.map((those, index) => {
            const level = index < legend ? levels[index] : undefined;
            return (
              <tr key={level?.word ?? "none"}>
                <th scope="row">{level ? <PackSign level={level} /> : "No grade"}</th>
                <td className="n">{those.length}</td>
                <td>{those.map(([ref]) => ref).join(", ")}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="small">A band is a local threshold, not an inspection judgement.</p>
    </div>
  );
}

function Moved({ pack: { changes, since } }: { pack: Pack }) {
  const titled = changeTitles.map((title) => ({
    title,
    those: changes.filter((change) => changeTitle(change) === title),
  }));
  if (titled.every(({ those }) => those.length === 0)) return null;
  return (
    <>
      <h2>{`What changed since ${since ? monthName(since) : "each was last due"}`}</h2>
      <div className="columns">
        {titled.map(({ title, those }) =>
          those.length === 0 ? null : (
            <div key={title} className="moved">
              <h3>{`${title} (${those.length})`}</h3>
              <ul>
                {those.map((change) => (
                  <li key={change.indicator.id}>
                    <b>{change.indicator.ref}</b> {change.cell.at.measure}: {changeWords(change)}
                  </li>
                ))}
              </ul>
            </div>
          ),
        )}
      </div>
    </>
  );
}

function PublishedOver({ pack: { edition } }: { pack: Pack }) {
  if (!edition || edition.blockers.length === 0) return null;
  return (
    <>
      <h2>Published over what stood in the way</h2>
      <p>{`Reason: ${edition.reason ?? ""}`}</p>
      <ul>
        {edition.blockers.map(({ kind, ref, team, words }) => {
          const month = kind === "earlier" ? parseMonth(ref) : null;
          const place = kind === "return" ? `The ${team} return` : month ? monthName(month) : ref;
          return <li key={`${ref} ${words}`}>{`${place}: ${words}`}</li>;
        })}
      </ul>
    </>
  );
}

function Restated({ pack: { compared } }: { pack: Pack }) {
  if (!compared) return null;
  const { edition, restated } = compared;
  return (
    <>
      <h2>{`Restated since ${editionWords(edition)}`}</h2>
      {restated.length === 0 ? (
        <p>No published figure was restated.</p>
      ) : (
        <ul>
          {restated.map(({ id, ref, month, before, after, category, reason, restatedBy }) => (
            <li key={id}>
              <b>{ref}</b>
              {` ${monthName(month)}: ${restatedWords(before, after)}. ${categoryNames[category]}, by ${apart(restatedBy)}: ${reason}`}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
