import type { getDocumentProxy } from "unpdf";

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/** An element of a PDF's structure, with what stands in it. */
export type Tag = { role: string; alt: string | undefined; text: string; within: Tag[] };

type Node = { role?: string; alt?: string; type?: string; id?: string; children?: Node[] };
type Item = { type?: string; id?: string | null; tag?: string; str?: string };

/** Every page's structure, and the words that stand on it neither in an element nor as an ornament. */
export async function structureOf(pdf: Pdf): Promise<{ pages: Tag[][]; untagged: string[] }> {
  const untagged: string[] = [];
  const pages: Tag[][] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const texts = textsOf(items as Item[], untagged);
    const tree = (await page.getStructTree()) as Node | null;
    pages.push(tree ? [tagOf(tree, texts)] : []);
  }
  return { pages, untagged };
}

/** An element and all in it, as they are read. */
export const flat = (tags: Tag[]): Tag[] => tags.flatMap((tag) => [tag, ...flat(tag.within)]);

function tagOf(node: Node, texts: Map<string, string>): Tag {
  const parts = (node.children ?? []).map((child) =>
    child.type === "content" ? (texts.get(child.id ?? "") ?? "") : tagOf(child, texts),
  );
  return {
    role: node.role ?? "",
    alt: node.alt,
    text: parts.map((part) => (typeof part === "string" ? part : part.text)).join(""),
    within: parts.filter((part) => typeof part !== "string"),
  };
}

function textsOf(items: Item[], untagged: string[]): Map<string, string> {
  const texts = new Map<string, string>();
  const open: Item[] = [];
  for (const item of items) {
    if (item.type?.startsWith("beginMarkedContent")) open.push(item);
    else if (item.type === "endMarkedContent") open.pop();
    else if (item.str?.trim()) {
      const id = open.findLast((one) => one.id)?.id;
      if (id) texts.set(id, (texts.get(id) ?? "") + item.str);
      else if (!open.some(({ tag }) => tag === "Artifact")) untagged.push(item.str);
    }
  }
  return texts;
}

type Outline = { title: string; items: Outline[] };

/** What the outline says, in its order, with how deep it stands. */
export const outlineOf = (items: Outline[], depth = 1): { title: string; depth: number }[] =>
  items.flatMap(({ title, items: within }) => [{ title, depth }, ...outlineOf(within, depth + 1)]);
