// Says whether an export of Candour's history is what was sealed, with nothing but Node 18 or newer.
import { createHash, createPublicKey, verify } from "node:crypto";
import { createReadStream, existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const usage = `node verify.mjs [--head FILE] [--key FILE] [FOLDER]

Verifies the export in this folder, or in another. Ends with 0 if it is what was sealed, else with 1.
  --head FILE   a head that you kept: each line must be in its tree
  --key FILE    the public key that you were given, in base64: it must have signed all of it`;

class Wrong extends Error {}
const wrong = (words) => {
  throw new Wrong(words);
};
const require = (holds, words) => holds || wrong(words);
// What turns the direction of text unseen is said, and turns nothing.
const turning = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
const seen = (sign) => `[U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}]`;
const say = (text) => process.stdout.write(`${String(text).replace(turning, seen)}\n`);
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest();
const isBase64 = (text) => /^[A-Za-z0-9+/]+={0,2}$/.test(text) && text.length % 4 === 0;

/** The notes in a text. C2SP signed-note: a text, an empty line, and a line for each signature. */
const notesIn = (text) =>
  (text.replaceAll("\r\n", "\n").match(/(?:[^\n]+\n)+\n(?:— [^\n]+(?:\n|$))+/g) ?? []).map((note) => {
    const end = note.lastIndexOf("\n\n");
    const signatures = note
      .slice(end + 2)
      .split("\n")
      .filter(Boolean)
      .map((line) => line.split(" "));
    return { text: note.slice(0, end + 1), signatures: signatures.map(([, name, base64]) => ({ name, base64 })) };
  });

/** Whether a key, of 32 bytes, signed a note in a name. */
function isSigned({ text, signatures }, key, name) {
  const id = sha256(`${name}\n`, Buffer.of(1), key).subarray(0, 4);
  const der = Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), key]);
  const signer = createPublicKey({ key: der, format: "der", type: "spki" });
  return signatures.some((one) => {
    const bytes = one.name === name ? Buffer.from(one.base64, "base64") : Buffer.alloc(0);
    return bytes.subarray(0, 4).equals(id) && verify(null, Buffer.from(text), signer, bytes.subarray(4));
  });
}

/** The keys that signed one after the other, the present one last: each change is signed by both. */
function keysOf({ key, keyChanges }) {
  const keys = [Buffer.from(key, "base64")];
  for (const change of [...keyChanges].reverse()) {
    const [note] = notesIn(change);
    const [title, from, to] = note?.text.split("\n") ?? [];
    if (title !== "Candour signs with another key from now on" || to !== keys[0].toString("base64")) break;
    const older = Buffer.from(from, "base64");
    if (older.length !== 32 || ![older, keys[0]].every((one) => isSigned(note, one, "candour/keys"))) break;
    keys.unshift(older);
  }
  return keys;
}

/** A tree as a head says it. C2SP tlog-checkpoint. */
function treeOf({ text }) {
  const [name, size, root, ...said] = text.split("\n");
  require(/^[1-9]\d{0,14}$/.test(size) &&
    isBase64(root ?? "") &&
    Buffer.from(root, "base64").length === 32, "The head is none.");
  return {
    name,
    size: Number(size),
    root: Buffer.from(root, "base64"),
    taken: said.find((line) => /^taken /.test(line))?.slice(6),
  };
}

/** Whether the hashes beside a leaf show it in the tree. RFC 9162, 2.1.3.2. */
function isIncluded(leaf, hash, proof, { size, root }) {
  if (!Number.isSafeInteger(leaf) || leaf < 0 || leaf >= size) return false;
  let [at, last, reached] = [leaf, size - 1, hash];
  for (const beside of proof) {
    if (last === 0 || beside.length !== 32) return false;
    const isRight = at % 2 === 1 || at === last;
    reached = isRight ? sha256(Buffer.of(1), beside, reached) : sha256(Buffer.of(1), reached, beside);
    if (isRight) while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 && reached.equals(root);
}

/** The lines of a file, each ended by one line feed alone; `hash` takes in every byte. */
async function* linesOf(file, hash) {
  let rest = Buffer.alloc(0);
  for await (const chunk of createReadStream(file)) {
    hash.update(chunk);
    rest = Buffer.concat([rest, chunk]);
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
      yield rest.subarray(0, end).toString();
      rest = rest.subarray(end + 1);
    }
  }
  require(rest.length === 0, "entries.jsonl is cut off: its last line has no end.");
}

function readLine(text, number) {
  try {
    const line = JSON.parse(text);
    const { leaf, body, words, proof, same } = line;
    const names = Object.keys(line).join();
    const isRead =
      names === "line,leaf,body,words,proof,same" && JSON.stringify(line) === text && typeof body === "string";
    if (isRead && Array.isArray(proof) && proof.every(isBase64))
      return { line: line.line, leaf, body, words, proof, same, told: JSON.parse(body) };
  } catch {}
  return wrong(`Line ${number} is not a line of an export.`);
}

const nameOf = (number, { leaf, told }) =>
  `Line ${number} (${told.leaf === "entry" ? `entry ${told.position}` : `action ${told.id}`}, ${told.verb}, ${told.at ?? told.begun_at}, leaf ${leaf})`;

function checkLine(line, number, before, tree, leaves) {
  const name = nameOf(number, line);
  require(line.line ===
    number, `${name} calls itself line ${line.line}: lines were taken away, added or put in another order.`);
  const shared = line.same > 0 ? before.proof.slice(-line.same) : [];
  require(shared.length === line.same, `${name} has no whole proof.`);
  const proof = [...line.proof, ...shared];
  const hash = sha256(Buffer.of(0), line.body);
  const bytes = proof.map((beside) => Buffer.from(beside, "base64"));
  require(isIncluded(
    line.leaf,
    hash,
    bytes,
    tree,
  ), `${name} is not in the tree of ${tree.size} leaves: it is not what was sealed.`);
  for (const [digest, [salt, words]] of Object.entries(line.words)) {
    const isOf =
      sha256(Buffer.from(salt, "hex"), words).toString("hex") === digest && line.body.includes(`"${digest}"`);
    require(isOf, `${name} has words that are not those that were sealed: “${String(words).slice(0, 60)}”.`);
  }
  if (leaves) {
    require(line.leaf >= leaves.first && line.leaf < leaves.end, `${name} is of no leaf that was asked for.`);
    require(line.leaf > before.leaf, `${name} is out of order, or there twice.`);
    require(leaves.others > 0 ||
      line.leaf === before.leaf + 1, `What is between leaf ${before.leaf} and ${name} is left out.`);
  }
  const position = line.told.leaf === "entry" && !leaves ? line.told.position : before.position;
  require(line.told.leaf !== "entry" ||
    leaves ||
    position > before.position, `${name} is out of order, or there twice.`);
  return { leaf: line.leaf, proof, position };
}

/** By whom it is trusted: a key or a head that was kept elsewhere, or nothing but the export itself. */
function checkHeads(manifest, kept) {
  const keys = keysOf(manifest);
  const [head] = notesIn(manifest.head);
  const tree = treeOf(head ?? wrong("The manifest has no head."));
  const isOurs = (note) => keys.some((key) => isSigned(note, key, note.text.split("\n")[0]));
  if (kept.key) {
    const said =
      kept.key.match(/[A-Za-z0-9+/]{40,}={0,2}/g)?.map((text) => Buffer.from(text, "base64").subarray(-32)) ?? [];
    require(said.some((one) =>
      keys.some((key) => key.equals(one)),
    ), "The export was made with another key than the one you hold.");
  }
  require(isOurs(head) ||
    kept.head?.includes(manifest.head.trim()), "The head is not signed by the key of the export.");
  if (kept.head) {
    const heads = notesIn(kept.head);
    require(heads.length > 0, "The file that you gave has no head in it.");
    const held = heads.map(treeOf).find(({ name, size }) => name === tree.name && size === tree.size);
    const sizes = heads.map((one) => treeOf(one).size).slice(-3);
    require(held, `The export is of a tree of ${tree.size} leaves, and the head that you hold of ${sizes.join(", ")}. Ask for the export “as of a head that you hold”.`);
    require(held.root.equals(
      tree.root,
    ), `The head that you hold is of another tree of ${tree.size} leaves: this history was written anew.`);
    require(heads.some(isOurs) || kept.key, "The head that you hold is signed by another key than the export.");
  }
  return { tree, key: keys.at(-1) };
}

async function verifyExport(folder, kept) {
  const read = (name) =>
    existsSync(join(folder, name)) ? readFileSync(join(folder, name)) : wrong(`There is no ${name}.`);
  const bytes = read("manifest.json");
  const manifest = JSON.parse(bytes.toString());
  const { tree, key } = checkHeads(manifest, kept);
  const { leaves } = manifest;
  const hash = createHash("sha256");
  const counted = { lines: 0, entries: 0, actions: 0 };
  const isRedacted = new Set();
  let before = { leaf: leaves ? leaves.first - 1 : -1, proof: [], position: 0 };
  for await (const text of linesOf(join(folder, "entries.jsonl"), hash)) {
    counted.lines += 1;
    const line = readLine(text, counted.lines);
    before = checkLine(line, counted.lines, before, tree, leaves);
    counted[line.told.leaf === "entry" ? "entries" : "actions"] += 1;
    for (const digest of redactedIn(line, counted.lines, manifest)) isRedacted.add(digest);
  }
  for (const [name, count] of Object.entries(counted))
    require(manifest[name] === count, `The manifest says ${manifest[name]} ${name}, and there are ${count}.`);
  if (leaves) {
    require(leaves.end === tree.size, "The manifest says another end than that of the tree.");
    require(counted.lines + leaves.others ===
      leaves.end - leaves.first, `Leaves are left out: there should be ${leaves.end - leaves.first}.`);
  }
  require(hash.digest("base64") === manifest.sha256, "entries.jsonl is not the one that the manifest is of.");
  const [note] = notesIn(read("manifest.note").toString());
  const isOf = note?.text === `An export of the history of Candour\n${sha256(bytes).toString("base64")}\n`;
  require(isOf &&
    isSigned(
      note,
      key,
      "candour/export",
    ), "The manifest is not the one that was signed: a filter, a count or a name was changed.");
  return { manifest, counted, tree, isRedacted };
}

/** The digests of a line whose words were redacted, as the manifest says: of those, none stands here. */
function redactedIn({ body, words }, number, { redacted = {} }) {
  const found = (body.match(/"[0-9a-f]{64}"/g) ?? [])
    .map((text) => text.slice(1, -1))
    .filter((digest) => Object.hasOwn(redacted, digest));
  require(!found.some((digest) =>
    Object.hasOwn(words, digest),
  ), `Line ${number} has words that the manifest says were redacted.`);
  return found;
}

function sayRight({ manifest, counted, tree, isRedacted }, kept) {
  const { leaves, filter, takenBy, takenAt, organisation } = manifest;
  const none = leaves?.others === 0 ? `None from leaf ${leaves.first} to ${leaves.end - 1} is left out.` : null;
  const others =
    leaves?.others > 0
      ? `Of leaves ${leaves.first} to ${leaves.end - 1}, ${leaves.others} are another organisation’s, as the signed manifest says.`
      : null;
  const signed = leaves ? null : "That the filter found no others is what the signed manifest says.";
  say(
    `Nothing is wrong: ${counted.lines} lines (${counted.entries} entries, ${counted.actions} actions) are in the tree of ${tree.size} leaves, taken ${tree.taken}.`,
  );
  say([none, others, signed].filter(Boolean).join(" "));
  say(`${organisation}: ${filter.words}. Taken away by ${takenBy}, ${takenAt}.`);
  const texts = [...isRedacted].map((digest) => manifest.redacted[digest]);
  for (const said of new Set(texts)) {
    const count = texts.filter((one) => one === said).length;
    say(`Lawfully redacted, as the signed manifest says: ${count === 1 ? "one text" : `${count} texts`} ${said}`);
  }
  if (!kept.head && !kept.key)
    say("Mind: the head and the key are the export’s own. Give --head or --key that you had from elsewhere.");
}

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { head: { type: "string" }, key: { type: "string" } },
  });
  const kept = Object.fromEntries(Object.entries(values).map(([name, file]) => [name, readFileSync(file, "utf8")]));
  sayRight(await verifyExport(positionals[0] ?? dirname(fileURLToPath(import.meta.url)), kept), kept);
} catch (error) {
  const isAskedWrong = error.code === "ENOENT" || String(error.code).startsWith("ERR_PARSE_ARGS");
  const words = error instanceof Wrong ? error.message : `This is no export of Candour: ${error.message}.`;
  console.error(isAskedWrong ? `${error.message}\n\n${usage}` : `Wrong: ${words}`);
  process.exitCode = 1;
}
