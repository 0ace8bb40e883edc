import type { Tried } from "#lib/audit/enter-refusal";
import { type Held, markedIn } from "#lib/definitions/held";
import { heldFields, saidField } from "#lib/definitions/held-fields";
import { bandFields, type DefineIndicator } from "#lib/definitions/inputs";
import { triedEdges } from "#lib/definitions/tried-edges";

const isBand = (field: string) => bandFields.some((each) => each === field);

/** In what a definition that was tried differs from what holds, for the trail: bands as typed, of the rest what it is called. */
export function triedDifferently(
  held: Held,
  { from, definition, bands, teamId, every, benchmark }: DefineIndicator,
): Tried {
  const { value } = benchmark;
  const was = heldFields({ ...held, definition: held.definition && markedIn(held.definition, from) });
  const is = heldFields({
    definition: { ...definition, covers: definition.covers as NonNullable<Held["definition"]>["covers"] },
    team: teamId === null ? null : { teamId },
    dueRule: every === null ? null : { every },
    bands: bands.map((asTyped, index) => ({ rank: index + 1, asTyped })),
    benchmark: value === null ? null : { ...benchmark, value },
  });
  const fields = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((field) => was[field] !== is[field]);
  const others = fields.filter((field) => !isBand(field)).map(saidField);
  return {
    ...(fields.some(isBand) && { bands: triedEdges(bands.map((asTyped) => ({ asTyped }))) }),
    ...(others.length > 0 && { fields: others.join(", ") }),
  };
}
