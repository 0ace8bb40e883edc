import { definitionView } from "#components/scorecards/definition-view";
import { monthName } from "#lib/rules/month";
import type { Sheet } from "#lib/scorecards/sheet";

/** What each indicator is, as its page says it of the last month shown. */
export function PackDefinitions({ sheet: { indicators, labelsNow, figureMonths } }: { sheet: Sheet }) {
  const last = figureMonths.at(-1);
  return (
    <section className="theme">
      <h1>Definitions</h1>
      {last && <p>{`As they are in ${monthName(last)}.`}</p>}
      <div className="columns three">
        {indicators.map(({ ref, now }) => (
          <div key={ref} className="definition">
            <h2>{`${ref} ${now.measure}`}</h2>
            <dl>
              {definitionView(now, labelsNow)
                .filter(({ term }) => term !== "Measure")
                .map(({ term, value }) => (
                  <div key={term}>
                    <dt>{term}</dt>
                    <dd>{value}</dd>
                  </div>
                ))}
            </dl>
          </div>
        ))}
      </div>
    </section>
  );
}
