"use server";

import type { Asker } from "#lib/access/actor";
import { defineAction } from "#lib/actions/define-action";
import { leadOn } from "#lib/actions/lead-on";
import { findScorecardSlug } from "#lib/definitions/find-indicator";
import { paths, type StructureDone } from "#lib/paths";
import { addSection } from "#lib/structure/add-section";
import { addTheme } from "#lib/structure/add-theme";
import { chooseLabelSet } from "#lib/structure/choose-label-set";
import { copyScorecard } from "#lib/structure/copy-scorecard";
import { endScorecard } from "#lib/structure/end-scorecard";
import { endSection } from "#lib/structure/end-section";
import { endTheme } from "#lib/structure/end-theme";
import {
  AddSectionInput,
  AddThemeInput,
  ChooseLabelSetInput,
  CopyScorecardInput,
  EndScorecardInput,
  EndSectionInput,
  EndThemeInput,
  MakeLabelSetInput,
  MakeScorecardInput,
  MergeSectionInput,
  MoveIndicatorInput,
  MoveSectionInput,
  MoveThemeInput,
  RenameScorecardInput,
  RenameSectionInput,
  RenameThemeInput,
} from "#lib/structure/inputs";
import { makeLabelSet } from "#lib/structure/make-label-set";
import { makeScorecard } from "#lib/structure/make-scorecard";
import { mergeSection } from "#lib/structure/merge-section";
import { moveIndicator } from "#lib/structure/move-indicator";
import { moveSection } from "#lib/structure/move-section";
import { moveTheme } from "#lib/structure/move-theme";
import { renameScorecard } from "#lib/structure/rename-scorecard";
import { renameSection } from "#lib/structure/rename-section";
import { renameTheme } from "#lib/structure/rename-theme";
import { defineSeveral } from "#lib/structure/several/define-several";
import { DefineSeveralInput } from "#lib/structure/several/inputs";

/** Leads back to the structure, with the forms of what was moved still open; one that was already done, likewise. */
async function led(
  asker: Asker,
  slug: string | undefined,
  { scorecard, from }: { scorecard: string; from?: string },
  done: StructureDone,
  of?: string,
) {
  const to = slug ?? (await findScorecardSlug(asker, scorecard));
  return leadOn(paths.structure(to, { done, of, month: from }), {});
}

/** One made already is found in the list. */
export const makeScorecardAction = defineAction(MakeScorecardInput, async (asker, input, request) => {
  const slug = await makeScorecard(asker, input, request);
  return leadOn(slug ? paths.structure(slug, { done: "made" }) : paths.keptScorecards(), {});
});

export const copyScorecardAction = defineAction(CopyScorecardInput, async (asker, input, request) => {
  const slug = await copyScorecard(asker, input, request);
  return leadOn(slug ? paths.structure(slug, { done: "copied" }) : paths.keptScorecards(), {});
});

export const makeLabelSetAction = defineAction(MakeLabelSetInput, async (asker, input, request) => {
  await makeLabelSet(asker, input, request);
  return leadOn(paths.labelSets({ done: "made" }), {});
});

export const chooseLabelSetAction = defineAction(ChooseLabelSetInput, async (asker, input, request) => {
  const slug = (await chooseLabelSet(asker, input, request))?.slug ?? (await findScorecardSlug(asker, input.scorecard));
  return leadOn(paths.grading(slug, { done: "chosen" }), {});
});

export const renameScorecardAction = defineAction(RenameScorecardInput, async (asker, input, request) =>
  led(asker, await renameScorecard(asker, input, request), input, "renamed"),
);

export const endScorecardAction = defineAction(EndScorecardInput, async (asker, input, request) =>
  led(asker, await endScorecard(asker, input, request), input, "ended"),
);

export const addThemeAction = defineAction(AddThemeInput, async (asker, input, request) =>
  led(asker, await addTheme(asker, input, request), input, "theme added"),
);

export const renameThemeAction = defineAction(RenameThemeInput, async (asker, input, request) =>
  led(asker, await renameTheme(asker, input, request), input, "theme renamed"),
);

export const moveThemeAction = defineAction(MoveThemeInput, async (asker, input, request) =>
  led(asker, await moveTheme(asker, input, request), input, "moved", input.theme),
);

export const endThemeAction = defineAction(EndThemeInput, async (asker, input, request) =>
  led(asker, await endTheme(asker, input, request), input, "theme ended"),
);

export const addSectionAction = defineAction(AddSectionInput, async (asker, input, request) =>
  led(asker, await addSection(asker, input, request), input, "section added"),
);

export const renameSectionAction = defineAction(RenameSectionInput, async (asker, input, request) =>
  led(asker, await renameSection(asker, input, request), input, "section renamed"),
);

export const moveSectionAction = defineAction(MoveSectionInput, async (asker, input, request) =>
  led(asker, await moveSection(asker, input, request), input, "moved"),
);

export const mergeSectionAction = defineAction(MergeSectionInput, async (asker, input, request) =>
  led(asker, await mergeSection(asker, input, request), input, "merged"),
);

export const endSectionAction = defineAction(EndSectionInput, async (asker, input, request) =>
  led(asker, await endSection(asker, input, request), input, "section ended"),
);

export const moveIndicatorAction = defineAction(MoveIndicatorInput, async (asker, input, request) =>
  led(asker, await moveIndicator(asker, input, request), input, "moved", input.indicator),
);

export const defineSeveralAction = defineAction(DefineSeveralInput, async (asker, input, request) => {
  const done = await defineSeveral(asker, input, request);
  const slug = done?.slug ?? (await findScorecardSlug(asker, input.scorecardId));
  return leadOn(paths.several(slug, { from: input.from, done: "changed" }), {});
});
