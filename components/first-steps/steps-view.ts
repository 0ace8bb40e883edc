import type { FirstSteps } from "#lib/months/get-first-steps";
import { paths } from "#lib/paths";

type Link = { label: string; href: string };

/** One step: what it is about, how far it is, and where it is gone. */
export type Step = { title: string; state: "done" | "next" | "later"; words: string; links: Link[] };

const listed = 5;
const list = (names: readonly string[]) =>
  names.length > listed ? `${names.slice(0, listed).join(", ")} and ${names.length - listed} more` : names.join(", ");

/** The steps in their order; the first that is not done comes next. */
export function stepsView(first: FirstSteps): Step[] {
  const steps = [teams(first), scorecard(first), people(first), month(first)];
  const next = steps.findIndex(({ isDone }) => !isDone);
  return steps.map(({ isDone, ...step }, index) => ({
    ...step,
    state: isDone ? "done" : index === next ? "next" : "later",
  }));
}

type Judged = Omit<Step, "state"> & { isDone: boolean };

const teams = ({ teams: all }: FirstSteps): Judged => ({
  title: "Teams",
  isDone: all.length > 0,
  words:
    all.length > 0
      ? `There are: ${list(all.map(({ name }) => name))}.`
      : "A team answers for each indicator. Add them here; an import adds those that it names.",
  links: [{ label: "Add teams", href: paths.teams() }],
});

function scorecard({ scorecards }: FirstSteps): Judged {
  const filled = scorecards.filter(({ size }) => size > 0);
  const empty = scorecards.filter(({ size }) => size === 0);
  return {
    title: "Scorecard",
    isDone: filled.length > 0,
    words:
      filled.length > 0
        ? `${list(filled.map(({ name, size }) => `${name} (indicators: ${size})`))}.`
        : "Import the one you have, or make it by hand: its themes, its sections, its indicators with their bands and milestones.",
    links: [
      ...empty.map(({ slug, name }) => ({ label: `Fill ${name}`, href: paths.structure(slug) })),
      { label: "Import a scorecard", href: paths.imports() },
      { label: "Make one by hand or by a copy", href: paths.keptScorecards() },
    ],
  };
}

function people({ teams: all }: FirstSteps): Judged {
  const without = (is: (team: FirstSteps["teams"][number]) => boolean) =>
    list(all.filter((team) => !is(team)).map(({ name }) => name));
  const [unled, unheaded] = [without(({ isLed }) => isLed), without(({ isHeaded }) => isHeaded)];
  const missing = [unled && `Without a team lead: ${unled}.`, unheaded && `Without a head of service: ${unheaded}.`];
  return {
    title: "People",
    isDone: all.length > 0 && !unled && !unheaded,
    words:
      all.length === 0
        ? "Each team has a lead, who records its figures, and a head of service, who approves its comments."
        : missing.filter(Boolean).join(" ") || "Every team has a lead and a head of service.",
    links: [
      { label: "Invite people", href: paths.invitePeople() },
      { label: "Everybody so far", href: paths.people() },
    ],
  };
}

function month({ scorecards }: FirstSteps): Judged {
  const isDone = scorecards.some(({ opened }) => opened > 0);
  return {
    title: "First month",
    isDone,
    words: isDone
      ? "It is open: what is due stands in the teams’ returns."
      : "Open it with the dates by which figures and commentary are due. From then on they stand in the teams’ returns.",
    links: [
      { label: "Months", href: paths.months() },
      { label: "Working days and bank holidays", href: paths.workingDays() },
    ],
  };
}
