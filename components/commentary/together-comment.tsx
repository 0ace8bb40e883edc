import { byWhom } from "#components/commentary/by-whom";
import { StateTag } from "#components/commentary/state-tag";
import { WordsQuoted } from "#components/commentary/words-quoted";
import { flagsOf } from "#components/scorecards/flags-of";
import { GradeMark } from "#components/scorecards/grade-mark";
import { NoFigure } from "#components/scorecards/no-figure";
import { TextLink } from "#components/ui/text-link";
import type { TogetherComment as Together } from "#lib/commentary/reading/get-together";
import { paths } from "#lib/paths";
import { chosenKey } from "#lib/rules/chosen-rows";
import { figureIn, figureSaid } from "#lib/rules/commentary-status";
import { apart } from "#lib/rules/direction";
import { formatFigure } from "#lib/rules/figure";
import { inNameOfField } from "#lib/rules/in-name-of";
import { levelOf } from "#lib/rules/labels";

/** One comment that waits, beside its figure: to tick, or to look at by itself. */
export function TogetherComment({
  comment: { view, words, milestone, previous, approve },
  timeZone,
}: {
  comment: Together;
  timeZone: string;
}) {
  const { cell, state } = view;
  if (!("revision" in state)) return null;
  const { revision } = state;
  const { present, labels, actual } = cell;
  const name = (field: string) => `${chosenKey(revision.id)}.${field}`;
  return (
    <article aria-labelledby={`of-${revision.id}`} className="together">
      <h3 id={`of-${revision.id}`}>
        {cell.ref} {cell.measure}
        {present.figure === null ? (
          <NoFigure kind={present.missing ?? "blank"} />
        ) : (
          <GradeMark
            figure={formatFigure(present.figure, cell.precision)}
            level={levelOf(labels, present.grade)}
            flags={flagsOf(actual)}
          />
        )}
      </h3>
      <p className="text-sm text-soft">
        {`Milestone: ${milestone ?? "none"}. ${previous ? `${figureIn(previous.month, previous)}. ` : ""}`}
        Revision {revision.number}, {byWhom(revision, timeZone)}.
        {approve?.inNameOf && ` You decide for ${apart(approve.inNameOf.name)}, as their deputy.`}
      </p>
      {state.state === "lapsed" && (
        <p className="text-sm">
          <StateTag state="lapsed" /> {state.because}.
        </p>
      )}
      <WordsQuoted>
        <p className="whitespace-pre-line">{words}</p>
      </WordsQuoted>
      <p className="mt-2 flex flex-wrap items-center gap-x-5 gap-y-1 print:hidden">
        {approve && (
          <label className="flex min-h-6 items-center gap-2 font-semibold">
            <input type="checkbox" name={name("chosen")} />
            Approve revision {revision.number} of {cell.ref} for {figureSaid(present)}
          </label>
        )}
        <TextLink href={paths.approvals({ revision: revision.id })}>
          {approve ? "Look at it by itself" : "Decide on it by itself"}
          <span className="sr-only"> ({cell.ref})</span>
        </TextLink>
      </p>
      {approve && (
        <>
          {approve.inNameOf && <input type="hidden" name={name(inNameOfField)} value={approve.inNameOf.id} />}
          <input type="hidden" name={name("revision")} value={revision.id} />
          <input type="hidden" name={name("request")} value={approve.request} />
          <input type="hidden" name={name("seen")} value={approve.seen.version} />
          <input type="hidden" name={name("figure")} value={approve.seen.figure ?? ""} />
          <input type="hidden" name={name("missing")} value={approve.seen.missing ?? ""} />
          <input type="hidden" name={name("grade")} value={approve.seen.grade ?? ""} />
        </>
      )}
    </article>
  );
}
