import Link from "next/link";
import { StateTag } from "#components/commentary/state-tag";
import { GradeMark } from "#components/scorecards/grade-mark";
import { NoFigure } from "#components/scorecards/no-figure";
import type { HeadView } from "#lib/commentary/reading/head-view";
import { paths } from "#lib/paths";
import { formatFigure } from "#lib/rules/figure";
import { levelOf } from "#lib/rules/labels";
import { momentName } from "#lib/rules/moment";
import { monthName } from "#lib/rules/month";

/** Comments as links, each with its figure, grade and what is the matter with it. */
export function ApprovalList({
  label,
  views,
  selected,
  timeZone,
}: {
  label: string;
  views: readonly HeadView[];
  selected: HeadView | null;
  timeZone: string;
}) {
  return (
    <nav aria-label={label}>
      <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-raised">
        {views.map((view) => (
          <li key={`${view.cell.indicatorId} ${view.cell.month}`}>
            <Item view={view} isSelected={view === selected} timeZone={timeZone} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Item({ view, isSelected, timeZone }: { view: HeadView; isSelected: boolean; timeZone: string }) {
  const { cell, state } = view;
  if (!("revision" in state)) return null;
  return (
    <Link
      href={paths.approvals({ revision: state.revision.id })}
      prefetch={false}
      aria-current={isSelected ? "true" : undefined}
      className={`grid gap-0.5 border-l-4 px-3.5 py-2.5 text-ink no-underline hover:bg-wash ${isSelected ? "border-transparent lg:border-accent lg:bg-accent-wash" : "border-transparent"}`}
    >
      <span className="flex items-start gap-2">
        <strong className="font-semibold">{cell.ref}</strong>
        <span className="line-clamp-2 min-w-0 flex-1 text-[0.9375rem] leading-6">{cell.measure}</span>
        <Figure view={view} />
      </span>
      <span className="text-[0.8125rem] leading-5 text-soft">
        {monthName(cell.month)} · {cell.team?.name} · {happened(view, timeZone)}
      </span>
      {state.state !== "submitted" && (
        <span className="flex flex-wrap items-center gap-x-2 text-[0.8125rem] leading-5">
          <StateTag state={state.state} />
          {state.state === "lapsed" && state.because}
        </span>
      )}
    </Link>
  );
}

function Figure({ view: { cell } }: { view: HeadView }) {
  const { actual, present, labels, precision } = cell;
  if (actual?.value == null) return <NoFigure kind={present.missing ?? "blank"} />;
  return (
    <GradeMark
      figure={formatFigure(actual.value, precision)}
      level={levelOf(labels, present.grade)}
      provisional={actual.provisional}
      estimated={actual.estimated}
    />
  );
}

function happened({ state }: HeadView, timeZone: string): string {
  if ("decision" in state) return `${decided[state.decision.kind]} ${momentName(state.decision.decidedAt, timeZone)}`;
  if ("revision" in state && state.revision.submittedAt) {
    return `submitted ${momentName(state.revision.submittedAt, timeZone)}`;
  }
  return "imported";
}

const decided = { approved: "approved", returned: "returned", withdrawn: "approval withdrawn" };
