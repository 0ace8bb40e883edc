const london = "Europe/London";

const shapes = {
  day: { day: "numeric", month: "long", year: "numeric" },
  clock: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  seconds: { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** "14 January 2014, 09:32" in the organisation's time zone. */
export function momentName(at: Date, timeZone = london): string {
  return `${dayName(at, timeZone)}, ${clockTime(at, timeZone)}`;
}

/** The same of a text that is a moment. What is none stands as it is. */
export function momentOf(text: string, timeZone = london): string {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? text : momentName(at, timeZone);
}

/** "14 January 2014, 09:32:11" */
export function momentSeconds(at: Date, timeZone = london): string {
  return `${dayName(at, timeZone)}, ${clockSeconds(at, timeZone)}`;
}

/** "14 January 2014" */
export function dayName(at: Date, timeZone = london): string {
  return format(at, timeZone, "day");
}

/** "14 January 2014", of a date without a time: "2014-01-14". What is no such date stands as it is. */
export function dateName(date: string): string {
  const at = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(at.getTime()) ? date : dayName(at, "UTC");
}

/** "09:32" */
export function clockTime(at: Date, timeZone = london): string {
  return format(at, timeZone, "clock");
}

/** "09:32:11" */
export function clockSeconds(at: Date, timeZone = london): string {
  return format(at, timeZone, "seconds");
}

/** "09:32" on the same day, otherwise the whole moment. */
export function momentSince(at: Date, now: Date, timeZone = london): string {
  return dayName(at, timeZone) === dayName(now, timeZone) ? clockTime(at, timeZone) : momentName(at, timeZone);
}

/** Making a formatter costs a hundred times what using it does: one is kept for each shape in each time zone. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function format(at: Date, timeZone: string, shape: keyof typeof shapes): string {
  const key = `${shape} ${timeZone}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat("en-GB", { ...shapes[shape], timeZone });
    formatters.set(key, formatter);
  }
  return formatter.format(at);
}
