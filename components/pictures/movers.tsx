import type { PicturesView } from "#components/pictures/pictures-view";
import { GradeSign } from "#components/scorecards/grade-sign";
import { TextLink } from "#components/ui/text-link";
import { paths } from "#lib/paths";

/** What moved: both signs, with the words for the change. */
export function Movers({ view: { slug, past, movers, levels } }: { view: PicturesView }) {
  if (movers.length === 0) return <p className="text-soft">Nothing moved.</p>;
  return (
    <div className="grid gap-x-12 gap-y-4 lg:grid-cols-2 print:grid-cols-2">
      {movers.map(({ title, those }) => (
        <section key={title}>
          <h3 className="text-base">
            {title} <span className="font-normal text-soft">{`(${those.length})`}</span>
          </h3>
          <ul className="movers">
            {those.map(([ref, measure, words, signs]) => (
              <li key={ref}>
                <span>
                  {signs && (
                    <>
                      <GradeSign level={levels[signs[0]]!} />
                      <span aria-hidden="true">→</span>
                      <GradeSign level={levels[signs[1]]!} />
                    </>
                  )}
                </span>
                <span>
                  <TextLink href={paths.indicator(slug, ref, past)}>{ref}</TextLink> {measure}{" "}
                  <span className="text-soft">{words}</span>
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
