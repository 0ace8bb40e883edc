import { SentMessage } from "#components/shell/sent-message";

export default function Forbidden() {
  return <SentMessage of={403} framed />;
}
