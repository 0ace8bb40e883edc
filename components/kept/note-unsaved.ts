import { linkAway } from "#components/kept/link-away";
import { signingOut } from "#components/kept/sign-out";
import { listUnsaved, setUnsaved, type Unsaved } from "#components/kept/unsaved";

const may = (then: string) => window.confirm(`What you typed here is not saved. ${then}`);
const kept = "It is kept in this browser for a week, for when you come back to this page. Leave the page?";
const lost = "This browser cannot keep it. Leave the page without it?";
const thrownAway = "Signing out throws it away. Sign out all the same?";

/**
 * Says that something typed is not saved, or with null that nothing is. While anything is not, leaving asks first: by a link,
 * by Back and forward, by closing. What a browser does not let us ask about, as Back in an older one, is kept all the same.
 */
export function noteUnsaved(name: string, what: Unsaved | null): void {
  setUnsaved(name, what);
  const change = listUnsaved().length > 0 ? "addEventListener" : "removeEventListener";
  // Before React's own listeners, which follow a link within the page.
  window[change]("click", onClick as EventListener, true);
  window[change]("beforeunload", onUnload);
  window[change](signingOut, onSignOut);
  window.navigation?.[change]("navigate", onNavigate as EventListener);
}

/** What is on its way arrives from another page as well. */
function mayGo(): boolean {
  const left = listUnsaved().filter(({ isSending }) => !isSending);
  return left.length === 0 || may(left.every(({ isKept }) => isKept) ? kept : lost);
}

// Who answered "leave" to a link is not asked again by the browser, where the link loads a page.
let hasAnswered = false;

function onClick(event: MouseEvent): void {
  if (!linkAway(event)) return;
  hasAnswered = mayGo();
  if (hasAnswered) {
    setTimeout(() => {
      hasAnswered = false;
    }, 1000);
    return;
  }
  event.preventDefault();
  event.stopPropagation();
}

function onUnload(event: BeforeUnloadEvent): void {
  if (!hasAnswered) event.preventDefault();
}

function onSignOut(event: Event): void {
  if (!may(thrownAway)) event.preventDefault();
}

function onNavigate(event: NavigateEvent): void {
  const isBack = event.navigationType === "traverse" && event.cancelable && event.destination.sameDocument;
  if (isBack && !mayGo()) event.preventDefault();
}
