import { randomUUID } from "node:crypto";

/** A text's bytes; half a character, which UTF-8 has no bytes for, as those that a careless program sends. */
export function bytesOf(text: string): Buffer {
  if (text.isWellFormed()) return Buffer.from(text);
  const bytesOfOne = (one: string) => {
    const code = one.charCodeAt(0);
    if (one.isWellFormed()) return Buffer.from(one);
    return Buffer.from([0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f)]);
  };
  return Buffer.concat(Array.from(text, bytesOfOne));
}

/** Every byte spelt out for an address, so that nothing in it is taken for a part of one. */
export const spelt = (text: string): string =>
  [...bytesOf(text)].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");

/** A form's fields as a browser sends them, in parts. */
export function formBody(fields: Iterable<readonly [string, string]>): { type: string; body: Buffer } {
  const boundary = `----${randomUUID()}`;
  const parts = [...fields].flatMap(([name, value]) => [
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n`),
    bytesOf(value),
    Buffer.from("\r\n"),
  ]);
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    body: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
  };
}
