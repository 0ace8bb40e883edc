import { accessSync, appendFileSync, constants, mkdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { keptSecret } from "#db/embedded/kept-secret";
import { SetUpError } from "#db/set-up-error";
import { demonstrationPassword, demonstrationPeople } from "#lib/people/demonstration-people";
import { buildIfNeeded } from "#scripts/build-if-needed";
import { readSettings, type Settings } from "#scripts/environment";
import { nameInstallation } from "#scripts/name-installation";
import { outliveReaders } from "#scripts/outlive-readers";
import { findOurselves } from "#scripts/port";
import { prepareDatabase } from "#scripts/prepare-database";
import { provideBrowser } from "#scripts/provide-browser";
import { sayWhatComesNext } from "#scripts/say-what-comes-next";
import { sayWhoMaySignIn } from "#scripts/say-what-is-weakened";
import { serveWeb } from "#scripts/serve-web";
import { setUpSealing } from "#scripts/set-up-sealing";

const root = join(import.meta.dirname, "..");
let isServing = false;
outliveReaders();

async function start(settings: Settings): Promise<void> {
  const { dataFolder, port, host, publicUrl } = settings;
  requireFolder(dataFolder);
  const installation = nameInstallation(dataFolder, process.env.NEXTAUTH_SECRET);
  if ((await findOurselves(port, host, installation)) === "ourselves") {
    console.log("This copy of Candour is already running.");
    await sayReady(settings);
    process.exit(0);
  }

  setUpSealing(settings);
  const [urls, built] = await Promise.all([prepareDatabase(settings), buildIfNeeded(root), provideBrowser(dataFolder)]);
  if (settings.metrics) await (await import("#scripts/serve-metrics")).serveMetrics(settings.metrics, urls.app);
  await serveWeb(
    built,
    { host, port, hasSecond: settings.hasSecondWeb && availableParallelism() > 1 },
    {
      DATABASE_APP_URL: urls.app,
      DATABASE_SIGN_IN_URL: urls.signIn,
      CANDOUR_COOKIE_SUFFIX: installation,
      NEXTAUTH_URL: publicUrl,
      CANDOUR_DEMONSTRATION: settings.database ? "" : "yes",
      NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || keptSecret(dataFolder, "sessions", 32),
    },
  );
  isServing = true;
  if (settings.works) (await import("#scripts/work")).work(urls, settings, async () => built);
  await sayReady(settings);
}

function requireFolder(dataFolder: string): void {
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    accessSync(dataFolder, constants.W_OK | constants.X_OK);
  } catch {
    throw new SetUpError(
      `Candour may not write to ${dataFolder}, where it keeps its secrets and its database. ` +
        "Give yourself the folder, or choose another one with CANDOUR_DATA.",
    );
  }
}

async function sayReady({ database, host, publicUrl }: Settings): Promise<void> {
  if (!database) {
    sayWhoMaySignIn(host);
    const width = Math.max(...demonstrationPeople.map(({ email }) => email.length));
    console.log("\nSign in as, with the password", demonstrationPassword);
    for (const { email, role, teams } of demonstrationPeople) {
      console.log(`  ${email.padEnd(width)}  ${role}${teams.length > 0 ? `, ${teams.join(" and ")}` : ""}`);
    }
  }
  console.log(`\nCandour is ready at ${publicUrl}`);
  if (database) await sayWhatComesNext(database.owner);
}

function sayWhy(error: unknown, log: string): void {
  if (error instanceof SetUpError) {
    process.stderr.write(`\n${error.message}\n`);
  } else {
    const { message, stack } = error as Error;
    appendFileSync(log, `${new Date().toISOString()} ${stack}\n`, { mode: 0o600 });
    process.stderr.write(`\nCandour could not start: ${message}\nMore about it stands in ${log}\n`);
  }
}

// Once Next serves, it finishes its answers before it ends; a signal before that, or one more, ends us at once.
for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143 })) {
  process.on(signal, () => (isServing ? setTimeout(() => process.exit(code), 5000).unref() : process.exit(code)));
}
process.on("SIGHUP", () => process.kill(process.pid, "SIGTERM"));
// The program that started us holds the other end: when it is killed, we end too.
process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));

try {
  const settings = readSettings(root, process.env);
  await start(settings).catch((error: unknown) => {
    sayWhy(error, join(settings.dataFolder, "candour.log"));
    process.exit(1);
  });
} catch (error) {
  sayWhy(error, join(root, "candour.log"));
  process.exit(1);
}
