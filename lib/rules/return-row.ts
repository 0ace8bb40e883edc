import { emptyActual, isSameTyped, nothingTyped, type TypedActual, typedActual, typedOver } from "#lib/rules/actual";
import type { GivenReason } from "#lib/rules/change-reason";

/** What a row's fields hold besides what was typed: the version that was seen, and what stood there then. */
export type SentRow = { typed: TypedActual; was: TypedActual; seen: number; theirs: number | null; choice: RowChoice };

/** The buttons of a row: clear the figure; after a conflict, keep one of the two. */
export type RowChoice = "clear" | "mine" | "theirs" | null;

export type RowWork =
  | { do: "record"; typed: TypedActual; seen: number }
  | ({ do: "clear"; seen: number } & GivenReason)
  | null;

const fields = Object.keys(nothingTyped) as (keyof TypedActual)[];

/** What sending a row of the form asks for: only a row that was changed, or decided on, is written. */
export function workOfRow({ typed, was, seen, theirs, choice }: SentRow): RowWork {
  if (choice === "clear") return { do: "clear", seen, because: typed.because, why: typed.why };
  if (choice === "theirs") return null;
  if (choice === "mine" && theirs !== null) return { do: "record", typed, seen: theirs };
  if (isSameTyped(typed, was)) return null;
  return { do: "record", typed: withoutStale(typed, was), seen };
}

/** What the fields of an indicator's row are named by: the end of its id, because each row has a dozen of them. */
export const rowKey = (indicatorId: string): string => indicatorId.slice(-12);

/** The rows of the return's form by indicator, from fields named "<row>.<field>". */
export function rowsInForm(entries: Iterable<[string, unknown]>): Map<string, Record<string, string>> {
  const rows = new Map<string, Record<string, string>>();
  for (const [name, sent] of entries) {
    const [, row, field] = /^([0-9a-f]{12})\.(\w+)$/.exec(name) ?? [];
    if (!row || !field || typeof sent !== "string") continue;
    rows.set(row, { ...rows.get(row), [field]: sent });
  }
  return new Map([...rows.values()].flatMap(({ indicator, ...sent }) => (indicator ? [[indicator, sent]] : [])));
}

export function readRow(sent: Record<string, string>): SentRow {
  const choice = sent.choice;
  const was = wasIn(sent.was);
  return {
    typed: typedInRow(sent, was),
    was,
    seen: Number(sent.seen ?? 0),
    theirs: sent.theirs ? Number(sent.theirs) : null,
    choice: choice === "clear" || choice === "mine" || choice === "theirs" ? choice : null,
  };
}

/** A row that was not opened sends its figure alone, and says of the rest what it said before; an offer that was taken is meant. */
function typedInRow(sent: Record<string, string>, was: TypedActual): TypedActual {
  if (sent.offer !== undefined)
    return { ...typedOver(isOpened(sent) ? typedIn(sent) : was, sent.offer), sure: sent.offer, ...reasonIn(sent) };
  // The symbol that stood in the cell was not typed there.
  const isSymbol = was.missing !== "" && sent.value === `[${was.missing}]`;
  const value = isSymbol ? "" : (sent.value ?? "");
  if (isOpened(sent)) return { ...typedIn(sent), value };
  return { ...(isSymbol ? was : typedOver(was, value)), ...reasonIn(sent) };
}

/** Why the row changes: it is asked of a row whether it was opened or not. */
const reasonIn = (sent: Record<string, string>): GivenReason => ({ because: sent.because ?? "", why: sent.why ?? "" });

/** What stood in a row when it was drawn, as a field: only what it said. */
export const wasField = (was: TypedActual): string =>
  JSON.stringify(Object.fromEntries(Object.entries(was).filter(([, said]) => said !== "" && said !== false)));

/** Whether a row was sent with all its fields. */
export const isOpened = (sent: Record<string, string>): boolean => sent.more === "on";

/** What was typed into a row, from its fields by name; a ticked box is sent as "on". */
export function typedIn(sent: Record<string, string>): TypedActual {
  return {
    value: sent.value ?? "",
    numerator: sent.numerator ?? "",
    denominator: sent.denominator ?? "",
    missing: sent.missing ?? "",
    note: sent.note ?? "",
    provisional: sent.provisional === "on",
    estimated: sent.estimated === "on",
    sure: sent.sure ?? "",
    ...reasonIn(sent),
  };
}

/** The fields that send a row as typed. */
export function fieldsOfTyped(typed: TypedActual): Record<string, string> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = typed[field];
      if (value === false) return [];
      return [[field, value === true ? "on" : value]];
    }),
  );
}

/**
 * Without a script, new parts stand beside the old figure that followed from the old parts, or a new figure beside the old
 * parts: what was left as it was is not what was meant.
 */
function withoutStale(typed: TypedActual, was: TypedActual): TypedActual {
  const partsChanged = typed.numerator !== was.numerator || typed.denominator !== was.denominator;
  const hasParts = typed.numerator.trim() !== "" && typed.denominator.trim() !== "";
  if (!partsChanged && typed.value !== was.value) return { ...typed, numerator: "", denominator: "" };
  return partsChanged && hasParts && typed.value === was.value ? { ...typed, value: "" } : typed;
}

function wasIn(sent: string | undefined): TypedActual {
  try {
    const was: unknown = JSON.parse(sent ?? "null");
    return was && typeof was === "object" ? typedActual({ ...emptyActual, ...was }) : nothingTyped;
  } catch {
    return nothingTyped;
  }
}
