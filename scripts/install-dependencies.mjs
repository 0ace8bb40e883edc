import { createHash } from "node:crypto";
import { accessSync, constants, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { npmCi } from "./npm-ci.mjs";

/** Installs what the lock file names, unless that is what is there. Built-ins only; runs on Node 18. */
export function installDependencies(root) {
  const lock = readFileSync(join(root, "package-lock.json"), "utf8");
  const stampFile = join(root, "node_modules", ".candour-lock");
  const stamp = createHash("sha256").update(lock).digest("hex");
  if (readOrEmpty(stampFile) === stamp) return;

  if (!isInstalled(root, JSON.parse(lock))) {
    requireWritable(root);
    console.log("Installing the dependencies named in package-lock.json ...");
    if (!npmCi(root)) {
      throw new Error(
        `The dependencies could not be installed in ${root}; what npm says stands above. ` +
          "Check that the package registry can be reached.",
      );
    }
  }
  try {
    writeFileSync(stampFile, stamp);
  } catch {
    // Installed by somebody else, in a folder that only they may write to.
  }
}

// npm writes its own list of what it installed last of all, so an interrupted installation has none.
function isInstalled(root, lock) {
  const list = readOrEmpty(join(root, "node_modules", ".package-lock.json"));
  if (!list) return false;
  const installed = JSON.parse(list).packages;
  return Object.entries(lock.packages).every(
    ([path, wanted]) =>
      path === "" || installed[path]?.version === wanted.version || (wanted.optional && !isOurs(wanted)),
  );
}

function isOurs({ os, cpu, libc }) {
  const isGlibc = !libc || libc.includes("glibc");
  return Boolean(os?.includes(process.platform) && cpu?.includes(process.arch) && isGlibc);
}

function requireWritable(root) {
  try {
    accessSync(root, constants.W_OK);
  } catch {
    throw new Error(
      `You may not write to ${root}, where the dependencies are to be installed. Use a copy of your own.`,
    );
  }
}

function readOrEmpty(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
