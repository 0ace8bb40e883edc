/** The link to another page, or anew to this one, that a click follows in this very tab. */
export function linkAway(event: MouseEvent): HTMLAnchorElement | null {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link?.href || link.hasAttribute("download") || (link.target && link.target !== "_self")) return null;
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const isElsewhere = link.href.split("#")[0] !== window.location.href.split("#")[0] || link.hash === "";
  return isElsewhere ? link : null;
}
