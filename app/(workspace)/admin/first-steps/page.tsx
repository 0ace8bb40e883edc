import type { Metadata } from "next";
import { StepList } from "#components/first-steps/step-list";
import { stepsView } from "#components/first-steps/steps-view";
import { Note } from "#components/ui/note";
import { PageHeading } from "#components/ui/page-heading";
import { TextLink } from "#components/ui/text-link";
import { requirePermission } from "#lib/audit/require-permission";
import { getFirstSteps } from "#lib/months/get-first-steps";
import { paths } from "#lib/paths";
import { apart } from "#lib/rules/direction";

export const metadata: Metadata = { title: "First steps" };

/** What a council that begins does until its first month is open: what is done, what comes next, and where. */
export default async function FirstStepsPage() {
  const actor = await requirePermission("scorecard.make");
  const steps = stepsView(await getFirstSteps(actor));
  const isDone = steps.every(({ state }) => state === "done");
  return (
    <div className="max-w-3xl">
      <PageHeading title="First steps" meta={`${apart(actor.organisation.name)} · until the first month is open`} />
      {isDone && <Note>All of it is done: from here on, months go round.</Note>}
      <StepList steps={steps} />
      <p className="mt-4 text-soft">
        What the council is called, its clock, and how soon sessions end is set under{" "}
        <TextLink href={paths.settings()}>Settings</TextLink>.
      </p>
    </div>
  );
}
