import { SentMessage } from "#components/shell/sent-message";

// Otherwise an address that no page has would have two titles, of which the first says nothing.
export const metadata = { title: "Page not found" };

export default function NotFound() {
  return <SentMessage of={404} framed />;
}
