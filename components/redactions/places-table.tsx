import { TableRegion, tableClass } from "#components/ui/table-region";
import { TextLink } from "#components/ui/text-link";
import { paths } from "#lib/paths";
import type { WordsPlace } from "#lib/redactions/get-redaction";
import { wholeNumber } from "#lib/rules/whole-number";

/** Everywhere the words stand, or stood until they were redacted. */
export function PlacesTable({ places, isGone }: { places: readonly WordsPlace[]; isGone: boolean }) {
  const title = isGone ? "Where they stood" : "Everywhere they stand";
  return (
    <section className="mt-8">
      <h2 className="mb-1 text-xl">{title}</h2>
      {places.length === 0 ? (
        <p>Nowhere any more: they were redacted by another.</p>
      ) : (
        <TableRegion label={title}>
          <table className={tableClass}>
            <caption>
              {places.length === 1 ? "One place" : `${wholeNumber(places.length)} places`}, each with all that shows it
            </caption>
            <thead>
              <tr>
                {["What", "Of", "Since", "Entries", isGone ? "What went" : "What goes"].map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {places.map((place, index) => (
                <tr key={`${place.firstEntry} ${place.label} ${index}`}>
                  <th scope="row" className="font-normal">
                    {place.label}
                  </th>
                  <td>{place.of}</td>
                  <td>
                    {place.firstEntry !== null && (
                      <TextLink href={paths.entry(place.firstEntry)} className="inline-block leading-6">
                        Entry {wholeNumber(place.firstEntry)}
                      </TextLink>
                    )}
                  </td>
                  <td>{wholeNumber(place.entries)}</td>
                  <td>{place.isWhole ? "All of it" : "The passage"}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableRegion>
      )}
    </section>
  );
}
