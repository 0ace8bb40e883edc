// In this order: Edge and Opera also say Chrome, Chrome also says Safari.
const browsers: readonly [RegExp, string][] = [
  [/\bEdgA?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\bFirefox\//, "Firefox"],
  [/\b(?:Headless)?Chrom(?:e|ium)\//, "Chrome"],
  [/\bVersion\/.*\bSafari\//, "Safari"],
];

const systems: readonly [RegExp, string][] = [
  [/\biPhone\b/, "an iPhone"],
  [/\biPad\b/, "an iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bCrOS\b/, "a Chromebook"],
  [/\bMac OS X\b/, "a Mac"],
  [/\bLinux\b/, "Linux"],
];

const named = (list: readonly [RegExp, string][], agent: string) => list.find(([says]) => says.test(agent))?.[1];

/** What a person signed in with, from what their browser says of itself: "Firefox on Windows". */
export function agentInWords(agent: string | null): string {
  if (!agent) return "Unknown";
  const browser = named(browsers, agent);
  const system = named(systems, agent);
  if (browser && system) return `${browser} on ${system}`;
  return browser ?? system ?? agent.split("/")[0]!.slice(0, 40);
}
