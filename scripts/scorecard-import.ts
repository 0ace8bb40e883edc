import { readFileSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import { operator } from "#lib/access/actor";
import { answerImport } from "#lib/imports/answer-import";
import { commitImport } from "#lib/imports/commit-import";
import { problemLine } from "#lib/imports/problem-line";
import { readAnswers } from "#lib/imports/read-answers";
import { readImport } from "#lib/imports/read-import";
import { importLimit, tooLarge } from "#lib/imports/reader/decode-text";
import { readScorecard } from "#lib/imports/reader/read-scorecard";
import type { Answers, Doubt } from "#lib/imports/reader/reading";
import { findImport, hashOf } from "#lib/imports/store-import";
import { unknownAnswers } from "#lib/imports/unknown-answers";
import { paths } from "#lib/paths";
import { listLabelSets } from "#lib/scorecards/list-label-sets";
import { commandDatabase, orSayWhy } from "#scripts/command-database";
import { readSettings } from "#scripts/environment";
import { findOrganisation } from "#scripts/find-organisation";

const usage = `npm run scorecard:import -- FILE [--answers FILE] [--accept]

Reads a scorecard and prints what is doubtful in it. Without more, its review waits for the performance officer in Candour.
  --answers FILE   a review of this file: every doubt by its key (db/first-scorecard/answers.json shows how); commits it
  --accept         accepts as proposed what the review does not answer; commits it`;

const settings = readSettings(join(import.meta.dirname, ".."), process.env);

function stop(...lines: string[]): never {
  for (const line of lines) console.error(line);
  process.exit(1);
}

/** npm runs us at the project's root; a relative path is meant from where the person stands. */
const fromHere = (file: string) => resolve(process.env.INIT_CWD ?? process.cwd(), file);

function readBytes(file: string): Buffer {
  try {
    if (statSync(file).size > importLimit) stop(tooLarge);
    return readFileSync(file);
  } catch {
    return stop(`${file} cannot be read.`);
  }
}

function printDoubts(doubts: readonly Doubt[], answers: Answers): void {
  for (const { key, row, column, asItCame, proposed, about } of doubts) {
    const place = [row && `row ${row}`, column && `column ${column}`].filter(Boolean).join(", ");
    console.log(`\n${key}${place && ` (${place})`}`);
    if (asItCame) console.log(`  as it came  ${asItCame}`);
    console.log(`  proposed    ${proposed || "(blank)"}`);
    const answer = answers[key];
    if (answer !== undefined) console.log(`  answered    ${answer === proposed ? "as proposed" : answer || "(blank)"}`);
    console.log(`  ${about}`);
  }
}

async function findWhatIsThere(ownerUrl: string, bytes: Uint8Array) {
  const found = await findOrganisation(ownerUrl, process.env.CANDOUR_ORGANISATION);
  if (!found) return stop("There is no organisation yet. Start Candour once with: npm start");
  if ("message" in found) return stop(found.message);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const tx = drizzle(client);
    return {
      organisationId: found.id,
      known: await findImport(tx, found.id, bytes),
      labelSets: await listLabelSets(tx, found.id),
    };
  } finally {
    await client.end();
  }
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { answers: { type: "string" }, accept: { type: "boolean" } },
});
const [given] = positionals;
if (!given || positionals.length > 1) stop(usage);
const urls = await orSayWhy(commandDatabase(settings));

const file = fromHere(given);
const bytes = readBytes(file);
const review = values.answers
  ? readAnswers(readBytes(fromHere(values.answers)).toString("utf8"), hashOf(bytes))
  : { answers: {} };
if ("message" in review) stop(review.message);
const { answers } = review;
const { organisationId, known, labelSets } = await findWhatIsThere(urls.owner, bytes);
const { doubts, notices, problems } = readScorecard(bytes, labelSets, answers);
const keys = new Set(doubts.map(({ key }) => key));
const all = [...problems, ...unknownAnswers(answers, keys)];
if (all.length > 0) stop(`${basename(file)} was not imported:`, ...all.map((each) => `  ${problemLine(each)}`));

if (known?.committed) {
  console.log(
    `This very file was imported before; nothing was changed. See ${settings.publicUrl}${paths.import(known.id)}`,
  );
  process.exit(0);
}
printDoubts(doubts, answers);
for (const { row, words } of notices) console.log(`\nnoticed${row ? ` on row ${row}` : ""}: ${words}`);

const command = operator(urls.owner, "npm run scorecard:import", organisationId);
const { id } = known ?? (await readImport(command, { name: basename(file), bytes }));
const open = doubts.filter(({ key }) => answers[key] === undefined);
const link = `${settings.publicUrl}${paths.import(id)}`;
if (values.accept || (values.answers && open.length === 0)) {
  const slug = await answerImport(command, { importId: id, answers })
    .then(() => commitImport(command, { importId: id }))
    .catch((error: Error) => stop(error.message));
  console.log(`\nImported as ${settings.publicUrl}${paths.scorecard(slug!)}. What was read and answered: ${link}`);
} else {
  console.log(`\n${open.length} of ${doubts.length} doubts wait for an answer. Nothing is in a scorecard yet.`);
  console.log(`Review them at ${link}, or run this again with --answers FILE or --accept.`);
}
