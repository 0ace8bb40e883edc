import { AskedWords } from "#components/commentary/asked-words";
import { byWhom } from "#components/commentary/by-whom";
import { CellSurroundings, PreviousComment } from "#components/commentary/cell-surroundings";
import type { Deciding } from "#components/commentary/decision-forms";
import { DecisionFormsLater } from "#components/commentary/decision-forms-later";
import { DecisionWords } from "#components/commentary/decision-words";
import { goneReasons } from "#components/commentary/gone-reasons";
import { lapsedWhen } from "#components/commentary/lapsed-when";
import { RevisionList } from "#components/commentary/revision-list";
import { StateTag } from "#components/commentary/state-tag";
import { ThenAndNow } from "#components/commentary/then-and-now";
import { OtherReading, WordsWithMarks } from "#components/commentary/words-with-marks";
import { LeftOver } from "#components/kept/left-over";
import { Note } from "#components/ui/note";
import { TakesFocus } from "#components/ui/takes-focus";
import { TextLink } from "#components/ui/text-link";
import type { CellRevision } from "#lib/commentary/cell/comment-cell";
import type { Surroundings } from "#lib/commentary/reading/get-surroundings";
import type { HeadView } from "#lib/commentary/reading/head-view";
import { paths } from "#lib/paths";
import { figureSaid } from "#lib/rules/commentary-status";
import { monthName } from "#lib/rules/month";
import { namesFigure } from "#lib/rules/names-figure";
import type { Asked } from "#lib/rules/said/asked";

/** One comment to decide on, beside the figure it explains and with what changed in its words. */
export function ApprovalDetail({
  view,
  around,
  words,
  base,
  decisions,
  doubts,
  takesFocus = false,
  timeZone,
}: {
  view: HeadView;
  around: Surroundings | null;
  words: ReadonlyMap<string, string>;
  base: CellRevision | null;
  decisions: Deciding | null;
  /** What its words are asked about. */
  doubts: readonly Asked[];
  /** After another was decided on, or put off. */
  takesFocus?: boolean;
  timeZone: string;
}) {
  const { cell, state, shown } = view;
  if (!("revision" in state)) return <Withdrawn view={view} />;
  const { revision } = state;
  const title = `${cell.ref} ${cell.measure}`;
  const heading = { id: "selected", className: "text-xl sm:text-2xl" };
  const [ofBase] = base?.decisions ?? [];
  const last = state.state === "lapsed" ? state.decision : ofBase?.kind === "approved" ? ofBase : null;
  const body = words.get(revision.id) ?? "";
  const before = (base && words.get(base.id)) ?? null;
  return (
    <article aria-labelledby="selected">
      {takesFocus ? (
        <TakesFocus as="h2" {...heading}>
          {title}
        </TakesFocus>
      ) : (
        <h2 {...heading}>{title}</h2>
      )}
      <p className="mt-0.5 text-soft">
        {monthName(cell.month)} · {cell.team?.name} · {cell.scorecard.name}
      </p>
      {around && <CellSurroundings around={around} />}
      {state.state === "lapsed" && (
        <Note tone="stop">
          <strong>The approval lapsed: {state.because}.</strong> {lapsedWhen(state.decision, timeZone)} Approve the same
          words again for {figureSaid(cell.present)}, or return them.
          {state.decision.figure !== null &&
            figureSaid(state.decision) !== figureSaid(cell.present) &&
            namesFigure(body, state.decision.figure) && <> The words still name {figureSaid(state.decision)}.</>}
        </Note>
      )}
      {last && <ThenAndNow decision={last} cell={cell} around={around} />}
      <div className="mt-5 flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="text-lg">Comment, revision {revision.number}</h3>
        <StateTag state={state.state} />
      </div>
      <p className="mb-2 text-sm text-soft">
        {byWhom(revision, timeZone).replace(/^./, (first) => first.toUpperCase())}
      </p>
      <WordsWithMarks body={body} base={base} before={before} timeZone={timeZone} />
      <AskedWords asked={doubts} because={revision.standsBecause} />
      {shown?.kind === "approved" && shown.revision.id !== revision.id && (
        <Note tone="quiet">
          The scorecard goes on showing revision {shown.revision.number}.{" "}
          <DecisionWords decision={shown.decision} timeZone={timeZone} />
        </Note>
      )}
      <LeftOver forms={goneReasons(view, decisions)} />
      {decisions && <DecisionFormsLater key={`${cell.indicatorId} ${cell.month}`} {...decisions} />}
      <OtherReading body={body} before={before} number={base?.number} />
      <p className="mt-6 print:hidden">
        <TextLink href={paths.indicator(cell.scorecard.slug, cell.ref)}>All months of {cell.ref}</TextLink>
      </p>
      <div className="mt-8">
        <PreviousComment isFollower around={around} heading="h3" timeZone={timeZone} />
      </div>
      <details className="mt-6">
        <summary className="w-fit font-semibold text-accent">
          Revisions and decisions of this comment ({cell.revisions.length})
        </summary>
        <div className="mt-3">
          <RevisionList cell={cell} words={words} timeZone={timeZone} />
        </div>
      </details>
    </article>
  );
}

function Withdrawn({ view }: { view: HeadView }) {
  const { ref, month } = view.cell;
  return (
    <>
      <Note tone="quiet">
        The comment on {ref} for {monthName(month)} was withdrawn by its team lead, so there is nothing to decide.
      </Note>
      <LeftOver forms={goneReasons(view, null)} />
    </>
  );
}
