/** What compose.yaml puts into the environment of one of its services, before anything is filled in. */
export function composeEnvironment(text: string, service: string): Record<string, string> {
  const [, body = ""] = new RegExp(`^  ${service}:\\n((?:    .*\\n|\\n)*)`, "m").exec(text) ?? [];
  const [, given = ""] = /^ {4}environment:\n((?: {6}.*\n)*)/m.exec(body) ?? [];
  return Object.fromEntries(
    [...given.matchAll(/^ {6}(\w+): (.*)$/gm)].map(([, name = "", value = ""]) => [name, value]),
  );
}

/** The same with `${NAME}`, `${NAME:?why}` and `${NAME:-otherwise}` filled in. Throws where a value is missing that must be given. */
export const filledIn = (given: Record<string, string>, env: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(given).map(([name, value]) => [
      name,
      value.replaceAll(/\$\{(\w+)(?::([?-])([^}]*))?\}/g, (_, variable: string, how = "?", words = "") => {
        const found = env[variable];
        if (found) return found;
        if (how === "-") return words;
        throw new Error(`${variable} is missing: ${words}`);
      }),
    ]),
  );
