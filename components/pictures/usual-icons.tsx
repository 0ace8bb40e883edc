import type { Assurance, Variation } from "#lib/rules/control-chart";

/** What a figure's process does: the shapes of the chart's signs, with which way it points. */
export function VariationIcon({ variation }: { variation: Variation }) {
  const { is } = variation;
  return (
    <svg className={`usual ${is.replace(" ", "-")}`} width="26" height="26" viewBox="-13 -13 26 26" aria-hidden="true">
      <path d={variationShapes[is]} />
      {"side" in variation && <text y={is === "concern" ? 7 : 4}>{variation.side === "high" ? "H" : "L"}</text>}
      {is === "common cause" && <path className="wave" d="M-7,2l3.500,-4l3.500,4l3.500,-4l3.500,4" />}
    </svg>
  );
}

const variationShapes: Record<Variation["is"], string> = {
  "common cause": "M-11,0a11,11 0 1 0 22,0a11,11 0 1 0 -22,0z",
  improvement: "M-10,-10h20v20h-20z",
  concern: "M0,-12l12,22h-24z",
  neither: "M-12,0l6,-10h12l6,10l-6,10h-12z",
};

export const variationWords = (variation: Variation): string =>
  "side" in variation
    ? `special cause, ${variation.is === "neither" ? "neither improvement nor concern" : variation.is}: ${variation.side}`
    : "common cause: nothing unusual";

/** Whether a milestone can be counted on: a tick, a cross, or a question. */
export function AssuranceIcon({ assurance }: { assurance: Assurance }) {
  return (
    <svg className="usual" width="26" height="26" viewBox="-13 -13 26 26" aria-hidden="true">
      <path d={assuranceShapes[assurance]} />
      <text y="5">{assuranceSigns[assurance]}</text>
    </svg>
  );
}

const assuranceSigns: Record<Assurance, string> = {
  "consistently passes": "✓",
  "consistently fails": "✗",
  "hit or miss": "?",
};

const assuranceShapes: Record<Assurance, string> = {
  "consistently passes": "M-11,0a11,11 0 1 0 22,0a11,11 0 1 0 -22,0z",
  "consistently fails": "M-5,-12h10l7,7v10l-7,7h-10l-7,-7v-10z",
  "hit or miss": "M0,-12.500l12.500,12.500l-12.500,12.500l-12.500,-12.500z",
};
