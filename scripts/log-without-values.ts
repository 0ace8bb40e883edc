import { databaseError } from "#lib/audit/database-refusal";

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

/** Lets nothing that a query held reach the log. */
export function logWithoutValues(): void {
  const write = console.error;
  console.error = (...logged: unknown[]) => write(...logged.map(withoutValues));
}
