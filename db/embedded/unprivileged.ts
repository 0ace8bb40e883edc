import { type SpawnOptions, spawnSync } from "node:child_process";
import { chownSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { SetUpError } from "#db/set-up-error";

/** How to run PostgreSQL's programs: as ourselves or, for root, whom PostgreSQL refuses, as another user. */
export type Runner = {
  command(program: string, args: string[]): { file: string; args: string[]; options: SpawnOptions };
  /** Gives a file or folder, with all that is in it, to that user. */
  own(path: string): void;
};

const asOurselves: Runner = {
  command: (file, args) => ({ file, args, options: {} }),
  own: () => {},
};

export function chooseRunner(programs: string, dataFolder: string): Runner {
  if (process.getuid?.() !== 0) return asOurselves;

  const { uid, gid, name } = findUser();
  const own = (path: string) => {
    if (statSync(path).uid === uid) return;
    chownSync(path, uid, gid);
    if (statSync(path).isDirectory()) for (const name of readdirSync(path)) own(join(path, name));
  };
  const runners: Runner[] = [
    {
      command: (file, args) => ({ file: "setpriv", args: [...keepPassage(uid, gid), file, ...args], options: {} }),
      own,
    },
    { command: (file, args) => ({ file, args, options: { uid, gid } }), own },
  ];
  const usable = runners.find((runner) => mayEnter(runner, programs, dataFolder));
  if (usable) return usable;

  throw new SetUpError(
    `PostgreSQL does not run as root, and the user ${name}, as whom it would run instead, may not enter ` +
      `${dataFolder}. Start Candour as an ordinary user, or let others pass through the folders above it (chmod o+x).`,
  );
}

// The user of PostgreSQL's own choosing cannot pass a folder that only root may enter; with this one capability it can.
function keepPassage(uid: number, gid: number): string[] {
  return [
    `--reuid=${uid}`,
    `--regid=${gid}`,
    "--clear-groups",
    "--inh-caps=+dac_override",
    "--ambient-caps=+dac_override",
    "--securebits=+no_setuid_fixup",
  ];
}

function mayEnter(runner: Runner, programs: string, dataFolder: string): boolean {
  const runs = [runner.command(join(programs, "postgres"), ["--version"]), runner.command("test", ["-x", dataFolder])];
  return runs.every(({ file, args, options }) => spawnSync(file, args, { ...options, stdio: "ignore" }).status === 0);
}

function findUser(): { name: string; uid: number; gid: number } {
  const users = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  for (const wanted of ["postgres", "nobody"]) {
    const user = users.find(([name]) => name === wanted);
    if (user) return { name: wanted, uid: Number(user[2]), gid: Number(user[3]) };
  }
  throw new SetUpError("PostgreSQL does not run as root. Start Candour as an ordinary user.");
}
