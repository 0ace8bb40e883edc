/** The time zones that are offered, London's first. */
export const timeZones = (): string[] => {
  const all = Intl.supportedValuesOf("timeZone");
  return ["Europe/London", ...all.filter((zone) => zone !== "Europe/London")];
};

export const isTimeZone = (text: string): boolean => Intl.supportedValuesOf("timeZone").includes(text);

const readable = new Map<string, string>();

/** A time zone by which dates can be told here: itself, or where only the database knows it, that of the first one offered. */
export function readableZone(zone: string): string {
  const known = readable.get(zone);
  if (known) return known;
  const found = isKnown(zone) ? zone : "Europe/London";
  readable.set(zone, found);
  return found;
}

function isKnown(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en-GB", { timeZone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
