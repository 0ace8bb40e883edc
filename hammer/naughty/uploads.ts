import { ask } from "#bench/ask";
import { bytesOf } from "#bench/form-body";
import { freshFile, upload } from "#hammer/imports";
import { atOnce, look, type Naughty } from "#hammer/naughty/look";

/** In how many uploads the text stands inside a scorecard that can be read: each leaves an import behind. */
const reviewed = 40;
const measure = Buffer.from("Repeat referrals");

/** Naughty texts as a file, as its name, and inside a scorecard whose review then shows them. */
export async function naughtyUploads(naughty: Naughty): Promise<void> {
  const { yard, words } = naughty;
  const officer = yard.asker("officer").cookie;
  await atOnce(naughty, words, async (text) => {
    look(naughty, await upload(yard, officer, { bytes: bytesOf(text) }), "the contents of an upload", text);
    const name = text.replaceAll(/[\r\n"]/g, "?");
    look(naughty, await upload(yard, officer, { name, bytes: Buffer.from("a\tb\n") }), "the name of an upload", text);
  });
  await atOnce(naughty, words.slice(0, reviewed), async (text) => {
    const file = freshFile();
    const at = file.indexOf(measure);
    const bytes = Buffer.concat([file.subarray(0, at), bytesOf(text), file.subarray(at)]);
    const answer = await upload(yard, officer, { bytes, name: `${text.replaceAll(/[\r\n"]/g, "?")}.txt` });
    look(naughty, answer, "a scorecard", text);
    const review = answer.headers.location;
    if (review) look(naughty, await ask(yard.url + review, { headers: { cookie: String(officer) } }), "a review", text);
  });
}
