import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Notes that this process uses the embedded database; the answer takes the note back and says whether it was the last. */
export function noteUse(dataFolder: string): () => boolean {
  const folder = join(dataFolder, "in-use-by");
  const note = join(folder, String(process.pid));
  mkdirSync(folder, { recursive: true });
  for (const pid of readdirSync(folder)) if (!isRunning(Number(pid))) rmSync(join(folder, pid), { force: true });
  writeFileSync(note, dataFolder);

  return function leave() {
    rmSync(note, { force: true });
    // Whoever threw the whole folder away left nobody in it.
    if (!existsSync(folder)) return true;
    return readdirSync(folder).every((pid) => !isRunning(Number(pid)) || isCopied(join(folder, pid), dataFolder));
  };
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

// A folder copied while in use brings the notes of the other copy's processes along.
function isCopied(note: string, dataFolder: string): boolean {
  return readFileSync(note, "utf8") !== dataFolder;
}
