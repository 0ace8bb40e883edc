import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, matchesGlob, relative } from "node:path";
import { findPostmaster, stopPostmaster } from "#db/embedded/postmaster";
import { findPrograms } from "#db/embedded/programs";
import { ensureCluster, ensureServer } from "#db/embedded/start-server";
import { chooseRunner } from "#db/embedded/unprivileged";
import { composeEnvironment, filledIn } from "#scripts/image/read-compose";
import { environmentOf, lastOf, programOf, readDockerfile } from "#scripts/image/read-dockerfile";
import { makeRoles } from "#scripts/image/roles-by-sql";

// node scripts/image-steps.ts [--short]: does what Dockerfile and compose.yaml say where there is no container engine: their
// steps in a folder, their roles on a PostgreSQL, their command with their environment, their health check. The short form
// takes what is installed and built here for the steps that install and build.
const root = join(import.meta.dirname, "..");
const isShort = process.argv.includes("--short");
const read = (name: string) => readFileSync(join(root, name), "utf8");
const [building = [], running = []] = readDockerfile(read("Dockerfile"));
const compose = read("compose.yaml");
const env = {
  POSTGRES_PASSWORD: "superuser",
  CANDOUR_OWNER_PASSWORD: "owner",
  CANDOUR_APP_PASSWORD: "app",
  CANDOUR_SIGN_IN_PASSWORD: "signin",
  NEXTAUTH_SECRET: "a secret of these steps",
  CANDOUR_URL: "https://candour.example.gov.uk",
};
const folder = mkdtempSync(join(tmpdir(), "candour-image-"));
const [image, data, cluster] = ["image", "data", "database"].map((name) => join(folder, name)) as [
  string,
  string,
  string,
];
const nobody = 65_534;
let web: ChildProcess | undefined;

function makeImage(): void {
  const ignored = read(".dockerignore").split("\n").filter(Boolean);
  const isCopied = (path: string) => !ignored.some((pattern) => matchesGlob(relative(root, path) || ".", pattern));
  cpSync(root, image, { recursive: true, filter: isCopied });
  if (isShort) {
    symlinkSync(join(root, "node_modules"), join(image, "node_modules"));
    cpSync(join(root, ".next", "standalone"), join(image, ".next", "standalone"), { recursive: true });
    return;
  }
  for (const { name, rest } of building) {
    if (name !== "RUN") continue;
    console.log(`RUN ${rest}`);
    const { status } = spawnSync("sh", ["-c", rest], {
      cwd: image,
      env: { ...process.env, ...environmentOf(building) },
      stdio: "inherit",
    });
    if (status !== 0) throw new Error(`This step failed: ${rest}`);
  }
}

const plain = () => ({
  PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
  HOME: folder,
  NODE_ENV: "production" as const,
});

async function startDatabase(): Promise<number> {
  const programs = findPrograms();
  const made = {
    folder: cluster,
    log: join(folder, "database.log"),
    programs,
    runner: chooseRunner(programs, folder),
    password: env.POSTGRES_PASSWORD,
  };
  ensureCluster(made);
  const port = await ensureServer(made, ["fsync=off"]);
  const database = filledIn(composeEnvironment(compose, "database"), env);
  await makeRoles(
    `postgres://postgres:${env.POSTGRES_PASSWORD}@127.0.0.1:${port}/postgres`,
    read("scripts/make-roles.sql"),
    database,
  );
  return port;
}

/** What a program of the image finds, and as whom it runs: nobody, where we may choose and nobody may pass. */
function inImage(databasePort: number, webPort: string) {
  const given = filledIn(composeEnvironment(compose, "web"), env);
  const here = Object.entries(given).map(([name, value]) => [
    name,
    value.replace("@database/", `@127.0.0.1:${databasePort}/`),
  ]);
  const own = { PORT: webPort, HOST: "127.0.0.1", METRICS_PORT: "", CANDOUR_DATA: data };
  const as = { uid: nobody, gid: nobody };
  const mayDrop =
    process.getuid?.() === 0 &&
    spawnSync("test", ["-r", join(image, "node_modules", "pg", "package.json")], as).status === 0;
  if (mayDrop) chownSync(data, nobody, nobody);
  return {
    cwd: image,
    env: { ...plain(), ...environmentOf(running), ...Object.fromEntries(here), ...own },
    ...(mayDrop && as),
  };
}

async function run(): Promise<void> {
  makeImage();
  mkdirSync(data, { mode: 0o700 });
  chmodSync(folder, 0o755);
  const options = inImage(await startDatabase(), String(20_000 + (process.pid % 10_000)));
  const [, ...command] = programOf(lastOf(running, "CMD"));
  const [, ...check] = programOf(lastOf(running, "HEALTHCHECK"));
  const isHealthy = () => spawnSync(process.execPath, check, options).status === 0;
  if (isHealthy()) throw new Error("The health check is content before anything runs.");
  web = spawn(process.execPath, command, { ...options, stdio: ["ignore", "pipe", "inherit"] });
  await saying(web, "Candour is ready at https://candour.example.gov.uk");
  if (!isHealthy()) throw new Error("The health check is not content with what runs.");
  const invite = ["scripts/people-invite.ts", "ann@example.gov.uk", "--role", "performance officer"];
  const invited = spawnSync(process.execPath, invite, { ...options, encoding: "utf8" });
  if (!invited.stdout.includes(`${env.CANDOUR_URL}/invitation/`))
    throw new Error(`Nobody was invited: ${invited.stderr}`);
  const stopped = new Promise((resolve) => web?.once("exit", resolve));
  web.kill("SIGTERM");
  await stopped;
  console.log("The image's steps went well. It was made, ran, was healthy, and stopped.");
}

const saying = (child: ChildProcess, words: string) =>
  new Promise<void>((resolve, reject) => {
    let said = "";
    child.stdout?.on("data", (text) => {
      said += text;
      if (said.includes(words)) resolve();
    });
    child.on("exit", () => reject(new Error(`What the image runs ended by itself:\n${said}`)));
  });

try {
  await run();
} finally {
  web?.kill("SIGKILL");
  if (findPostmaster(cluster)) stopPostmaster(cluster);
  rmSync(folder, { recursive: true, force: true });
}
