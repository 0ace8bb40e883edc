/** The time zones that are offered, London's first. */
export const timeZones = (): string[] => {
  const all = Intl.supportedValuesOf("timeZone");
  return ["Europe/London", ...all.filter((zone) => zone !== "Europe/London")];
};

export const isTimeZone = (text: string): boolean => Intl.supportedValuesOf("timeZone").includes(text);
