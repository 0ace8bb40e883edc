import { TextLink } from "#components/ui/text-link";

const list = new Intl.ListFormat("en-GB");
const named = 20;

/** "2.3, 2.4 and 3.1", each a link; of a long list the first, and how many more. A place on this page is a plain link. */
export function LinkedList({ links }: { links: readonly { label: string; href: string }[] }) {
  const shown = links.length > named + 1 ? links.slice(0, named) : links;
  const more = links.length - shown.length;
  const labels = [...shown.map(({ label }) => label), ...(more > 0 ? [`${more} more`] : [])];
  const hrefs = shown.map(({ href }) => href);
  return list.formatToParts(labels).map(({ type, value }) => {
    const href = type === "element" ? hrefs.shift() : undefined;
    if (!href) return value;
    const LinkTo = href.startsWith("#") ? "a" : TextLink;
    return (
      <LinkTo key={href} href={href} className="link">
        {value}
      </LinkTo>
    );
  });
}
