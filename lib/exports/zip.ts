import { strFromU8, strToU8, unzipSync, Zip, ZipDeflate } from "fflate";

/** A file inside a zip, by its texts as they come. */
export type ZipPart = { name: string; texts: AsyncIterable<string> | Iterable<string> };

// No moment is said: the same parts are the same bytes.
const noMoment = new Date(1980, 0, 1);

/** Parts as a zip, a piece at a time: none is ever held whole. */
export async function* zip(parts: AsyncIterable<ZipPart>): AsyncGenerator<Uint8Array> {
  const made: Uint8Array[] = [];
  const archive = new Zip((error, piece) => {
    if (error) throw error;
    made.push(piece);
  });
  for await (const { name, texts } of parts) {
    const part = new ZipDeflate(name, { level: 6 });
    part.mtime = noMoment;
    archive.add(part);
    for await (const text of texts) {
      part.push(strToU8(text));
      yield* made.splice(0);
    }
    part.push(new Uint8Array(), true);
    yield* made.splice(0);
  }
  archive.end();
  yield* made.splice(0);
}

/** The texts of a small zip, by their names. Throws where it is none. */
export const unzip = (bytes: Uint8Array): Map<string, string> =>
  new Map(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
