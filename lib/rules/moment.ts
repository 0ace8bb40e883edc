const london = "Europe/London";

const shapes = {
  day: { day: "numeric", month: "long", year: "numeric" },
  clock: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  date: { day: "2-digit", month: "2-digit", year: "numeric" },
  digits: {
    day: "2-digit",
    month: "2-digit",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
  },
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

/** "2014-07-14T08:30:05Z" */
export const momentUtc = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`;

/** "2014-07-14T09:30:05+01:00": the same in a time zone. */
export function momentLocal(at: Date, timeZone = london): string {
  const [day, month, year, ...clock] = format(at, timeZone, "digits").match(/\d+/g)!;
  const local = `${year}-${month}-${day}T${clock.join(":")}`;
  const ahead = Math.round((Date.parse(`${local}Z`) - at.getTime()) / 60_000);
  const [hours, minutes] = [Math.abs(Math.trunc(ahead / 60)), Math.abs(ahead % 60)].map((part) =>
    String(part).padStart(2, "0"),
  );
  return `${local}${ahead < 0 ? "-" : "+"}${hours}:${minutes}`;
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

/** A moment in one of these shapes, in British English. */
export function format(at: Date, timeZone: string, shape: keyof typeof shapes): string {
  const key = `${shape} ${timeZone}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat("en-GB", { ...shapes[shape], timeZone });
    formatters.set(key, formatter);
  }
  return formatter.format(at);
}
