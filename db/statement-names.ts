import { createHash } from "node:crypto";
import type pg from "pg";

/** Every connection keeps each named statement with its plan; texts beyond so many are planned each time they are asked. */
const most = 300;

type Asked = { text: string; name?: string; values?: unknown[] };

/** What statements are called, by their text: a new generation when the database says that its plans are out of date. */
export type StatementNames = { generation: number; byText: Map<string, string> };

/**
 * Names every statement that has parameters after its text, so that a connection parses and plans it once. Texts must
 * therefore not vary with what is asked for: a list is one array, not as many parameters.
 */
export function nameStatements(client: pg.ClientBase, names: StatementNames): void {
  const query = client.query.bind(client) as (...given: unknown[]) => unknown;
  const named = (first: unknown, values: unknown) => {
    const asked = (typeof first === "string" ? { text: first } : first) as Asked;
    const isNamable = asked.name === undefined && typeof asked.text === "string" && (asked.values ?? values);
    return isNamable ? { ...asked, name: nameOf(asked.text, names) } : first;
  };
  client.query = ((first: unknown, values: unknown, done: unknown) =>
    query(named(first, values), values, done)) as typeof client.query;
}

function nameOf(text: string, { byText, generation }: StatementNames): string | undefined {
  const known = byText.get(text);
  if (known || byText.size >= most) return known;
  const name = `${createHash("sha256").update(text).digest("hex").slice(0, 32)} ${generation}`;
  byText.set(text, name);
  return name;
}

/** Whether a statement failed only because a migration changed what it answers. It has another name from now on. */
export function isOutdatedPlan(error: unknown, names: StatementNames): boolean {
  const inner = error instanceof Error && error.cause ? error.cause : error;
  const { code, message } = (inner ?? {}) as { code?: string; message?: string };
  if (code !== "0A000" || !message?.startsWith("cached plan must not change")) return false;
  names.byText.clear();
  names.generation++;
  return true;
}
