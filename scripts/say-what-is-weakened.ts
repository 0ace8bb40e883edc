/** With one connection string for everything, PostgreSQL no longer holds the web application back. */
export function sayWhatIsWeakened(): void {
  sayInRed(
    "DATABASE_URL alone: the web application runs as the owner of the database. The trail is then append-only by its\n" +
      "triggers alone, not by grants: who breaks into the application could switch them off, delete rows, and read\n" +
      "password hashes. Set DATABASE_APP_URL and DATABASE_SIGN_IN_URL as docs/operating.md says.",
  );
}

/** The demonstration's password is published: whoever reaches the port can sign in. */
export function sayWhoMaySignIn(host: string): void {
  if (["127.0.0.1", "localhost", "::1"].includes(host)) return;
  sayInRed(`HOST is ${host}: whoever can reach this machine can sign in as the demonstration's people.`);
}

function sayInRed(words: string): void {
  const [red, plain] = process.stdout.isTTY || process.env.FORCE_COLOR ? ["\u001b[31m", "\u001b[39m"] : ["", ""];
  console.log(`\n${red}${words}${plain}\n`);
}
