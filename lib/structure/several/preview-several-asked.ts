import type { PersonActor } from "#lib/access/actor";
import { type Preview, previewed, type Typed } from "#lib/definitions/preview-asked";
import { type ChangedSeveral, everyLineSeveral, previewSeveral } from "#lib/structure/several/define-several";
import { PreviewSeveralInput } from "#lib/structure/several/inputs";

/** Of a change of many indicators, as an address asks for it. */
export const previewOfSeveral = (actor: PersonActor, typed: Typed): Promise<Preview<ChangedSeveral>> =>
  previewed(PreviewSeveralInput, typed, (input) => previewSeveral(actor, input), everyLineSeveral);
