import { randomUUID } from "node:crypto";
import { monthOptions, monthsAround } from "#components/structure/month-options";
import { StructureForm } from "#components/structure/structure-form";
import type { LabelSet } from "#lib/rules/labels";
import type { Month } from "#lib/rules/month";

/** An empty scorecard: what it is called, where it is found, and by which words its grades go. */
export function MakeScorecardForm({ labelSets, today }: { labelSets: readonly LabelSet[]; today: Month }) {
  return (
    <StructureForm
      act="make scorecard"
      label="Make a scorecard"
      fields={[
        { kind: "text", name: "name", label: "Name", most: 200, required: true },
        {
          kind: "text",
          name: "address",
          label: "Ref in addresses",
          hint: "Small letters, digits and hyphens; made from the name if you leave it. It never changes.",
          most: 80,
        },
        { kind: "text", name: "sentence", label: "What it is for, in a sentence", most: 500 },
        {
          kind: "select",
          name: "labels",
          label: "Words for grades",
          options: labelSets.map(({ id, name, labels }) => ({
            value: id,
            label: `${labels.map(({ word }) => word).join(", ")} (${name})`,
          })),
        },
        {
          kind: "select",
          name: "from",
          label: "First month",
          hint: "The first month that its indicators can be due in.",
          options: monthOptions(monthsAround(today)),
          value: today,
        },
      ]}
      buttons={[{ label: "Make the scorecard" }]}
      tone="primary"
      request={randomUUID()}
    />
  );
}
