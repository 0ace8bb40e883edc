import { SentMessage } from "#components/shell/sent-message";

export default function NotFound() {
  return <SentMessage of={404} framed />;
}
