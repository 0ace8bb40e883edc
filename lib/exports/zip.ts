import { pipeline, Readable } from "node:stream";
import { crc32, createDeflateRaw, inflateRawSync } from "node:zlib";

/** A file inside a zip, by its texts as they come. */
export type ZipPart = { name: string; texts: AsyncIterable<string> | Iterable<string> };

const signs = { part: 0x04034b50, sizes: 0x08074b50, entry: 0x02014b50, end: 0x06054b50 };
// Names are UTF-8, sizes stand after what they are of, and no moment is said: the same parts are the same bytes.
const [version, flags, deflated, clock, day] = [20, 0x0808, 8, 0, 0x0021];

/** Parts as a zip, a piece at a time: none is ever held whole. Each, and all together, may be up to 4 GiB. */
export async function* zip(parts: AsyncIterable<ZipPart>): AsyncGenerator<Uint8Array> {
  const entries: Buffer[] = [];
  let at = 0;
  const passed = (piece: Uint8Array) => {
    at += piece.length;
    return piece;
  };
  for await (const { name, texts } of parts) {
    const begun = at;
    const [path, sizes] = [Buffer.from(name), { crc: 0, plain: 0, packed: 0 }];
    const made = twos(version, flags, deflated, clock, day);
    yield passed(Buffer.concat([fours(signs.part), made, fours(0, 0, 0), twos(path.length, 0), path]));
    for await (const piece of pack(texts, sizes)) yield passed(piece);
    const counted = fours(sizes.crc, sizes.packed, sizes.plain);
    yield passed(Buffer.concat([fours(signs.sizes), counted]));
    const named = Buffer.concat([twos(path.length, 0, 0, 0, 0), fours(0, begun), path]);
    entries.push(Buffer.concat([fours(signs.entry), twos(version), made, counted, named]));
  }
  const directory = Buffer.concat(entries);
  const count = twos(0, 0, entries.length, entries.length);
  yield Buffer.concat([directory, fours(signs.end), count, fours(directory.length, at), twos(0)]);
}

/** The texts of a small zip, by their names. Throws where it is none. */
export function unzip(bytes: Uint8Array): Map<string, string> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = file.lastIndexOf(fours(signs.end));
  const texts = new Map<string, string>();
  let entry = file.readUInt32LE(end + 16);
  for (let left = file.readUInt16LE(end + 10); left > 0; left--) {
    const [method, packed, at] = [file.readUInt16LE(entry + 10), file.readUInt32LE(entry + 20), entry + 46];
    const lengths = [28, 30, 32].map((field) => file.readUInt16LE(entry + field));
    const part = file.readUInt32LE(entry + 42);
    const begin = part + 30 + file.readUInt16LE(part + 26) + file.readUInt16LE(part + 28);
    const content = file.subarray(begin, begin + packed);
    const text = method === deflated ? inflateRawSync(content) : content;
    texts.set(file.toString("utf8", at, at + lengths[0]!), text.toString("utf8"));
    entry = at + lengths[0]! + lengths[1]! + lengths[2]!;
  }
  return texts;
}

/** Where it fails, or nobody reads on, what it reads of is closed as well. */
async function* pack(texts: ZipPart["texts"], sizes: { crc: number; plain: number; packed: number }) {
  async function* counted() {
    for await (const text of texts) {
      const piece = Buffer.from(text);
      sizes.crc = crc32(piece, sizes.crc);
      sizes.plain += piece.length;
      yield piece;
    }
  }
  const packed = createDeflateRaw({ level: 6 });
  pipeline(Readable.from(counted(), { objectMode: true, highWaterMark: 1 }), packed, () => undefined);
  for await (const piece of packed as AsyncIterable<Buffer>) {
    sizes.packed += piece.length;
    yield piece;
  }
}

const twos = (...numbers: number[]) => fields(numbers, 2);
const fours = (...numbers: number[]) => fields(numbers, 4);

function fields(numbers: readonly number[], size: 2 | 4): Buffer {
  const bytes = Buffer.alloc(numbers.length * size);
  for (const [index, number] of numbers.entries()) bytes.writeUIntLE(number, index * size, size);
  return bytes;
}
