import { SentMessage } from "#components/shell/sent-message";

// Without JavaScript, Next shows of a refused page its title alone.
export const metadata = { title: "Not for your role" };

export default function Forbidden() {
  return <SentMessage of={403} />;
}
