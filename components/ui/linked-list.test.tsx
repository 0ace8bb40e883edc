import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LinkedList } from "#components/ui/linked-list";

const drawn = (count: number) => {
  const links = Array.from({ length: count }, (_, index) => ({ label: `1.${index + 1}`, href: `#at-${index + 1}` }));
  return renderToStaticMarkup(<LinkedList links={links} />);
};
const words = (html: string) => html.replaceAll(/<[^>]*>/g, "");

test("a list reads as a sentence does, and each of it is a link", () => {
  expect(drawn(3)).toBe(
    '<a href="#at-1" class="link">1.1</a>, <a href="#at-2" class="link">1.2</a> and <a href="#at-3" class="link">1.3</a>',
  );
  expect(words(drawn(1))).toBe("1.1");
});

test("a long one names the first and counts the others, but never one alone", () => {
  expect(words(drawn(21))).toMatch(/, 1\.20 and 1\.21$/);
  expect(words(drawn(300))).toMatch(/, 1\.20 and 280 more$/);
});
