import { z } from "zod";
import { MonthField } from "#lib/actions/month-field";
import { isStorable } from "#lib/rules/is-storable";
import { type Month, monthName } from "#lib/rules/month";
import { type Outcome, outcomeWords } from "#lib/rules/outcome";

/**
 * What a person asks of the history. `person` is an id or "nobody"; dates are days in the organisation's time zone; editions
 * are ids, and what was entered after the cut of the one, up to that of the other.
 */
export type HistoryFilters = {
  scorecard?: string;
  indicator?: string;
  theme?: string;
  team?: string;
  person?: string;
  verb?: string;
  month?: Month;
  from?: string;
  to?: string;
  outcome?: Outcome;
  action?: string;
  request?: string;
  import?: string;
  address?: string;
  words?: string;
  afterEdition?: string;
  toEdition?: string;
};

/** Which page: what is older than a position, what is newer, or the newest. */
export type HistoryTurn = { before: number } | { after: number } | null;

type HistoryField = keyof HistoryFilters | "before" | "after";

export type HistoryAsked = {
  filters: HistoryFilters;
  turn: HistoryTurn;
  /** By field, what was given, readable or not; of what an address says twice the last. */
  typed: Partial<Record<HistoryField, string>>;
  /** By field, what cannot be read. */
  problems: Partial<Record<HistoryField, string>>;
};

const isRealDay = (text: string) => {
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.valueOf()) && at.toISOString().startsWith(text);
};
const day = z
  .string()
  .regex(/^[1-9]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, "Give the date as year, month and day: 2014-01-14.")
  .refine(isRealDay, "There is no such day. Give the date as year, month and day: 2014-01-14.");
const position = z
  .string()
  .regex(/^\d{1,15}$/, "A position is a whole number.")
  .transform(Number);
const word = (message: string) => z.string().max(100, message).refine(isStorable, message);

const fields = {
  scorecard: word("There is no such scorecard."),
  indicator: word("There is no such indicator."),
  theme: word("There is no such theme."),
  team: word("There is no such team."),
  person: z.union([z.literal("nobody"), z.uuid("There is no such person.")]),
  verb: word("There is no such act.").regex(/^[a-z_.]+$/, "There is no such act."),
  month: MonthField,
  from: day,
  to: day,
  outcome: z.enum(Object.keys(outcomeWords) as Outcome[], "The outcome is done, refused or lapsed."),
  action: z.uuid("There is no such action."),
  request: z.uuid("There is no such request."),
  import: z.uuid("There is no such import."),
  address: word("There is no such address."),
  words: z
    .string()
    .min(3, "Give three letters or more of a reason.")
    .max(100, "Give at most 100 letters of a reason.")
    .refine(isStorable, "These words cannot be looked for."),
  afterEdition: z.uuid("There is no such edition."),
  toEdition: z.uuid("There is no such edition."),
  before: position,
  after: position,
} as const;

/** Reads the address of a page of history, or of its export; what is left blank is not asked. */
export function readHistoryAsked(search: Record<string, string | string[] | undefined>): HistoryAsked {
  const [typed, problems]: [HistoryAsked["typed"], HistoryAsked["problems"]] = [{}, {}];
  const read: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields) as [HistoryField, z.ZodType][]) {
    const given = search[name];
    const text = (Array.isArray(given) ? given.at(-1) : given)?.trim();
    if (!text) continue;
    typed[name] = text;
    const parsed = field.safeParse(text);
    if (parsed.success) read[name] = parsed.data;
    else problems[name] = parsed.error.issues[0]?.message ?? "This cannot be read.";
  }
  const { before, after, ...filters } = read as HistoryFilters & { before?: number; after?: number };
  if (filters.from && filters.to && filters.from > filters.to) {
    problems.to = `The last day is before the first, ${dayWords(filters.from)}.`;
  }
  const turn = before !== undefined ? { before } : after !== undefined ? { after } : null;
  return { filters, turn, typed, problems };
}

/** An entry's position as it stands in an address, or null. */
export const readPosition = (text: string): number | null => position.safeParse(text).data ?? null;

/** "14 January 2014" */
export function dayWords(text: string): string {
  return `${Number(text.slice(8))} ${monthName(text.slice(0, 7) as Month)}`;
}
