import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { StoryContent } from "#components/history/story-content";
import { storyView } from "#components/history/story-view";
import { asSent } from "#components/ui/sent";
import { remembered } from "#lib/access/remembered";
import { requirePermission } from "#lib/audit/require-permission";
import { getStory } from "#lib/history/story/get-story";
import { isStorable } from "#lib/rules/is-storable";
import { monthName, parseMonth } from "#lib/rules/month";

type Props = PageProps<"/scorecards/[scorecard]/indicators/[ref]/story/[month]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { ref, month } = await params;
  const read = parseMonth(month);
  return { title: read ? `Story of ${ref}, ${monthName(read)}` : "Story" };
}

/** What happened to one figure and its comment, for whoever reads the history of it. */
export default async function StoryPage({ params }: Props) {
  const actor = await requirePermission("history.read");
  const { scorecard: slug, ref, month: asked } = await params;
  const month = parseMonth(asked);
  if (!month || !isStorable(slug) || !isStorable(ref)) notFound();
  const place = { slug, ref, month };
  const sent = await remembered(actor, ["story", place], async () => {
    const story = await getStory(actor, place);
    return story && asSent(storyView(story, place, actor.organisation.timeZone));
  });
  if (!sent) notFound();
  return <StoryContent sent={sent} />;
}
