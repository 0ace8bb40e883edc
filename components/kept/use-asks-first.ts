import { useEffect } from "react";
import { listUnsaved } from "#components/kept/unsaved";

/** Asks before a person leaves what they typed and did not save. Answers whether they may go; says where the words then are. */
export function asksFirst({ signingOut = false } = {}): boolean {
  const left = listUnsaved().filter(({ isSending }) => !isSending || signingOut);
  if (left.length === 0) return true;
  return window.confirm(signingOut ? thrownAway : left.every(({ isKept }) => isKept) ? kept : lost);
}

const kept =
  "What you typed here is not saved. It is kept in this browser for a week, and offered again when you come back to this page. Leave the page?";
const lost = "What you typed here is not saved, and this browser cannot keep it. Leave the page without it?";
const thrownAway = "What you typed here is not saved, and signing out throws it away. Sign out all the same?";

/** By a link, Back or forward, or closing. What a browser does not let us ask about, such as Back in an older one, is kept all the same. */
export function useAsksFirst(): void {
  useEffect(() => {
    // Who answered "leave" to a link is not asked again by the browser, where the link loads a page.
    let mayLeave = false;
    const onClick = (event: MouseEvent) => {
      if (!isLeaving(event)) return;
      mayLeave = asksFirst();
      if (mayLeave) return void setTimeout(() => (mayLeave = false), 1000);
      event.preventDefault();
      event.stopPropagation();
    };
    const onUnload = (event: BeforeUnloadEvent) => {
      if (!mayLeave && listUnsaved().length > 0) event.preventDefault();
    };
    const onNavigate = (event: NavigateEvent) => {
      const isBack = event.navigationType === "traverse" && event.cancelable && event.destination.sameDocument;
      if (isBack && !asksFirst()) event.preventDefault();
    };
    // Before React's own listeners, which follow a link within the page.
    window.addEventListener("click", onClick, true);
    window.addEventListener("beforeunload", onUnload);
    window.navigation?.addEventListener("navigate", onNavigate);
    return () => {
      window.removeEventListener("click", onClick, true);
      window.removeEventListener("beforeunload", onUnload);
      window.navigation?.removeEventListener("navigate", onNavigate);
    };
  }, []);
}

/** Whether a click follows a link to another page in this very tab. */
function isLeaving(event: MouseEvent): boolean {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link?.href || link.hasAttribute("download") || (link.target && link.target !== "_self")) return false;
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return false;
  return link.href.split("#")[0] !== window.location.href.split("#")[0] || link.hash === "";
}
