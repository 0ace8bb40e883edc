import type { Answer } from "#bench/ask";
import type { Numbers } from "#bench/lines";

/** What a page weighs uncompressed, and how much of that is sent a second time for React to read (self.__next_f). */
export function weigh({ body, bytes }: Answer): Numbers {
  const scripts = body.match(/<script[^>]*>[^<]*self\.__next_f[\s\S]*?<\/script>/g) ?? [];
  return { kB: bytes / 1000, "flight kB": Buffer.byteLength(scripts.join("")) / 1000 };
}
