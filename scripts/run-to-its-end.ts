import { spawn } from "node:child_process";

/** Runs a program of Node's in a process of its own, which ends with ours. Throws what it said when it fails. */
export function runToItsEnd(args: string[], { cwd, env }: { cwd: string; env?: NodeJS.ProcessEnv }): Promise<void> {
  const child = spawn(process.execPath, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += text));
  const stopToo = () => child.kill();
  process.on("exit", stopToo);
  return new Promise((resolve, reject) => {
    child.on("close", (code) => {
      process.off("exit", stopToo);
      if (code === 0) resolve();
      else reject(new Error(output));
    });
  });
}
