// A registry that carries only some platforms' optional binaries makes npm write a lock without the others,
// which `npm ci` then refuses. This adds the missing entries: run it after every change of dependencies.
import { readFileSync, writeFileSync } from "node:fs";

const lockFile = new URL("../package-lock.json", import.meta.url);
const lock = JSON.parse(readFileSync(lockFile, "utf8"));
const packages = lock.packages;

const systems = ["aix", "android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32"];
const processors = ["arm64", "arm", "ia32", "loong64", "mips64el", "ppc64", "riscv64", "s390x", "wasm32", "x64"];

function entryFor(name, version, parent) {
  const words = name.split(/[/-]/);
  const entry = { version, optional: true };
  if (packages[parent].dev) entry.dev = true;
  const system = systems.find((word) => words.includes(word));
  const processor = processors.find((word) => words.includes(word));
  if (processor) entry.cpu = [processor];
  if (system) entry.os = [system];
  if (name.includes("musl")) entry.libc = ["musl"];
  else if (words.includes("gnu") && system === "linux") entry.libc = ["glibc"];
  return entry;
}

function isResolved(name, from) {
  for (let folder = from; ; ) {
    if (packages[`${folder ? `${folder}/` : ""}node_modules/${name}`]) return true;
    if (!folder) return false;
    folder = folder.includes("/node_modules/") ? folder.slice(0, folder.lastIndexOf("/node_modules/")) : "";
  }
}

let added = 0;
for (const [parent, { optionalDependencies = {} }] of Object.entries({ ...packages })) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    if (isResolved(name, parent)) continue;
    packages[`node_modules/${name}`] = entryFor(name, version, parent);
    added += 1;
  }
}

const byPath = ([a], [b]) => a.localeCompare(b, "en");
lock.packages = Object.fromEntries(Object.entries(packages).sort(byPath));
writeFileSync(lockFile, `${JSON.stringify(lock, null, 2)}\n`);
console.log(added === 0 ? "The lock file is complete." : `Added ${added} entries to the lock file.`);
