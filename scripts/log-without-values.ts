import { format } from "node:util";
import { present } from "#lib/access/asking";
import { databaseError } from "#lib/audit/database-refusal";
import { log } from "#scripts/log";

/** A failed query as its code, constraint and place: its message would tell what somebody typed. Anything else as it is. */
export function withoutValues(logged: unknown): unknown {
  if (!(logged instanceof Error)) return logged;
  const failed = databaseError(logged);
  if (!failed && !("params" in logged)) return logged;
  const cause = failed ?? (logged.cause as { code?: string } | undefined);
  const named = [
    cause?.code,
    failed?.constraint,
    "digest" in logged && logged.digest && `reference ${String(logged.digest)}`,
  ];
  const place = logged.stack?.split("\n").filter((line) => /^\s+at /.test(line)) ?? [];
  return [`A query failed: ${named.filter(Boolean).join(", ")}`, ...place].join("\n");
}

/**
 * Lets nothing that a query held reach the log, and everything that is said in it be one line of ours, with the request's
 * reference: what Next says of an error may hold what a stranger sent, line ends too. Of a form that nobody could read it says
 * nothing at all, since the request's own line tells of it.
 */
export function logWithoutValues(): void {
  for (const [name, level] of [
    ["error", "error"],
    ["warn", "warn"],
  ] as const) {
    console[name] = (...logged: unknown[]) => {
      const asking = present();
      if (asking?.readFirst && !asking.isRead) return;
      log(level, { id: asking?.id ?? null, said: format(...logged.map(withoutValues)).trim() });
    };
  }
}
