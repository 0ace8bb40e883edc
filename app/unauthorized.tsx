import { SentMessage } from "#components/shell/sent-message";

/** Nothing of ours answers it: it stands here because Next sends its own, in full, with every page. */
export default function Unauthorized() {
  return <SentMessage of={403} />;
}
