import type { PersonActor } from "#lib/access/actor";
import { type Preview, previewed, type Typed } from "#lib/definitions/preview-asked";
import { type LabelSetChosen, previewLabelSet } from "#lib/structure/choose-label-set";
import { PreviewLabelSetInput } from "#lib/structure/inputs";
import { everyLineOf } from "#lib/structure/label-set-effect";

/** Of choosing other words for grades, as an address asks for it. */
export const previewOfLabelSet = (actor: PersonActor, typed: Typed): Promise<Preview<LabelSetChosen>> =>
  previewed(PreviewLabelSetInput, typed, (input) => previewLabelSet(actor, input), everyLineOf);
