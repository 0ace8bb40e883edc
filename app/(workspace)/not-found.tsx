import { SentMessage } from "#components/shell/sent-message";

export const metadata = { title: "There is no such page" };

export default function NotFound() {
  return <SentMessage of={404} />;
}
