import type { MissingSymbol } from "#db/vocabulary";
import type { SentenceFacts } from "#lib/history/entry";
import { type Image, textOf } from "#lib/history/image";
import { missingWords } from "#lib/rules/missing-words";
import { dateName } from "#lib/rules/moment";

/** What was tried and refused, behind what it was tried of: " as 67", " for not available", " (reader, The lead)", " (purpose, bands 75+, 60+)". */
export function triedWords(tried: Image | null, { nameOf }: SentenceFacts): string {
  const of = (name: string) => textOf(tried, name);
  const value =
    of("value") ?? (of("numerator") && `${of("numerator")} of ${of("denominator")}`) ?? symbol(of("missing"));
  const seen = of("figure") ?? symbol(of("symbol"));
  const dates = of("figures_due") && `due ${dateName(of("figures_due")!)} and ${dateName(of("commentary_due") ?? "")}`;
  const edges = ["bands", "milestones"].flatMap((kind) => (of(kind) ? `${kind} ${of(kind)}` : []));
  const those = [of("fields"), of("role"), nameOf(of("person_id")), dates, ...edges].filter(Boolean).join(", ");
  return [value && ` as ${value}`, seen && ` for ${seen}`, those && ` (${those})`].filter(Boolean).join("");
}

const symbol = (missing: string | null): string | null =>
  missing && (missingWords[missing as MissingSymbol] ?? missing);
