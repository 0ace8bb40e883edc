import type { Month } from "#db/vocabulary";
import { type Changed, everyLine } from "#lib/definitions/change-indicator";
import { defineIndicator, previewDefinition } from "#lib/definitions/define-indicator";
import { getDefinitionPage } from "#lib/definitions/get-definition-page";
import {
  DefineIndicatorInput,
  milestoneField,
  PreviewDefinitionInput,
  PreviewMilestonesInput,
  SetMilestonesInput,
  type WithdrawVersion,
} from "#lib/definitions/inputs";
import type { VersionKind } from "#lib/definitions/list-versions";
import { previewMilestones, setMilestones } from "#lib/definitions/set-milestones";
import { previewWithdrawal, withdrawVersion } from "#lib/definitions/withdraw-version";
import type { World } from "#lib/testing/world";

type Who = keyof World["actors"];
type Ref = keyof World["indicators"];
type Typed = Record<string, string>;

/** What the officer does to what an indicator is, as the screens would send it: with what is before them at that moment. */
export const defining = (world: () => World) => {
  const page = async (ref: Ref, month: Month | null = null) =>
    (await getDefinitionPage(world().actors.officer, { slug: world().scorecard.slug, ref }, month))!;
  /** The form of a month as it comes, with some of it typed over. */
  const form = async (ref: Ref, from: Month, typed: Typed): Promise<Typed> => {
    const { fields, seen } = await page(ref, from);
    return { indicator: world().indicators[ref], from, seen: seen.all, ...fields, ...typed };
  };
  const previewed = ({ terms, lines }: Changed) => everyLine({ terms, lines }).join("\n");
  const milestones = async (ref: Ref, typed: Typed) => ({
    indicator: world().indicators[ref],
    seen: (await page(ref)).seen.milestones,
    ...Object.fromEntries(Object.entries(typed).map(([month, asTyped]) => [milestoneField(month), asTyped])),
  });
  const version = async (ref: Ref, kind: VersionKind, month: Month) => {
    const { versions } = await page(ref);
    const found = versions.findLast((each) => each.kind === kind && each.month === month)!;
    return { indicatorId: world().indicators[ref], kind: kind as WithdrawVersion["kind"], id: found.id };
  };
  return {
    page,
    form,
    preview: async (who: Who, typed: Typed) =>
      previewDefinition(world().actors[who], PreviewDefinitionInput.parse(typed)),
    save: async (who: Who, typed: Typed, preview: Changed, reason = "The board agreed it.") =>
      defineIndicator(
        world().actors[who],
        DefineIndicatorInput.parse({ ...typed, previewed: previewed(preview), reason }),
      ),
    previewMilestones: async (who: Who, ref: Ref, typed: Typed) =>
      previewMilestones(world().actors[who], PreviewMilestonesInput.parse(await milestones(ref, typed))),
    setMilestones: async (who: Who, ref: Ref, typed: Typed, preview: Changed, reason = "The plan changed.") =>
      setMilestones(
        world().actors[who],
        SetMilestonesInput.parse({ ...(await milestones(ref, typed)), previewed: previewed(preview), reason }),
      ),
    milestones,
    version,
    previewWithdrawal: async (who: Who, ref: Ref, kind: VersionKind, month: Month) =>
      previewWithdrawal(world().actors[who], { ...(await version(ref, kind, month)), reason: "", previewed: null }),
    withdraw: async (who: Who, ref: Ref, kind: VersionKind, month: Month, preview: Changed, reason = "Mistyped.") =>
      withdrawVersion(world().actors[who], {
        ...(await version(ref, kind, month)),
        reason,
        previewed: everyLine(preview),
      }),
  };
};
