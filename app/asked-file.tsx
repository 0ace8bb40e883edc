import { notFound } from "next/navigation";
import { type PersonActor, seesSmall } from "#lib/access/actor";
import { requirePast } from "#lib/audit/require-past";
import { type PastAddress, paths } from "#lib/paths";
import { editionText, editionWords } from "#lib/rules/edition";
import { getScorecard } from "#lib/scorecards/get-scorecard";
import type { SheetScorecard } from "#lib/scorecards/sheet";
import { readRange, type SheetRange, wholeRange } from "#lib/scorecards/sheet-range";

type Asked = Record<string, string | string[] | undefined>;

const one = (value: string | string[] | undefined) => [value].flat()[0] ?? "";

/** What a file is to be of, as the address of the page says that asks for it: the months and the moment somebody looked at. */
export async function askedFile(
  actor: PersonActor,
  asked: Asked,
  {
    slug,
    here,
    rangeOf = (_, range) => range,
  }: {
    slug: string;
    here: (view: { from: string; to: string } & PastAddress) => string;
    rangeOf?: (scorecard: SheetScorecard, range: SheetRange) => SheetRange;
  },
) {
  const [from, to] = [one(asked.from), one(asked.to)];
  const {
    past,
    actor: eyes,
    read,
  } = await requirePast(actor, asked, { slug, here: (then) => here({ from, to, ...then }) });
  const scorecard = (await read(() => getScorecard(eyes, slug))) ?? notFound();
  const whole = wholeRange(scorecard);
  const reading = whole && readRange({ ...(from && { from }), ...(to && { to }) }, { whole, usual: whole });
  const range = whole && rangeOf(scorecard, reading?.ok ? reading.range : whole);
  const edition = past?.edition ? editionText(past.edition) : "";
  const small: "" | "hidden" | null =
    scorecard.hidesSmall && seesSmall(eyes) ? (asked.small === "hidden" ? "hidden" : "") : null;
  return {
    name: scorecard.name,
    back: paths.scorecard(slug, edition ? { edition } : past ? { cut: past.cut } : {}),
    moment: past?.edition
      ? editionWords(past.edition)
      : past
        ? `as it stood at cut ${past.cut}`
        : "live figures, of the moment you ask",
    refused: reading?.ok === false ? reading.message : null,
    range,
    of: { scorecard: slug, from: "", to: "", ...range, edition, cut: past && !edition ? String(past.cut) : "" },
    small,
  };
}
