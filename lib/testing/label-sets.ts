import { firstLabels } from "#lib/people/first-labels";
import type { LabelSet } from "#lib/rules/labels";
import { redAmberGreen } from "#lib/testing/red-amber-green";

/** What an organisation may have: the words of the first scorecard, and others beside them. */
export const firstSet: LabelSet = { id: "first", name: "Ofsted's words", labels: firstLabels };
export const trafficLights: LabelSet = { id: "lights", name: "Red, amber, green", labels: redAmberGreen };
