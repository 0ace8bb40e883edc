const london = "Europe/London";

/** "14 January 2014, 09:32" in the organisation's time zone. */
export function momentName(at: Date, timeZone = london): string {
  return `${dayName(at, timeZone)}, ${clockTime(at, timeZone)}`;
}

/** "14 January 2014" */
export function dayName(at: Date, timeZone = london): string {
  return format(at, timeZone, { day: "numeric", month: "long", year: "numeric" });
}

/** "14 January 2014", of a date without a time: "2014-01-14". */
export function dateName(date: string): string {
  return dayName(new Date(`${date}T00:00:00Z`), "UTC");
}

/** "09:32" */
export function clockTime(at: Date, timeZone = london): string {
  return format(at, timeZone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
}

/** "09:32:11" */
export function clockSeconds(at: Date, timeZone = london): string {
  return format(at, timeZone, { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
}

/** "09:32" on the same day, otherwise the whole moment. */
export function momentSince(at: Date, now: Date, timeZone = london): string {
  return dayName(at, timeZone) === dayName(now, timeZone) ? clockTime(at, timeZone) : momentName(at, timeZone);
}

function format(at: Date, timeZone: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat("en-GB", { ...options, timeZone }).format(at);
}
