import { Note } from "#components/ui/note";
import { SummaryList } from "#components/ui/summary-list";
import { TextLink } from "#components/ui/text-link";
import { paths } from "#lib/paths";
import { type Month, monthName } from "#lib/rules/month";

type Props = { moment: string; range: { from: Month; to: Month } };

/** Of which moment and months a file is that is asked for. */
export const AskedOf = ({ moment, range }: Props) => (
  <SummaryList
    rows={[
      { term: "Of", value: moment },
      { term: "Months", value: `${monthName(range.from)} to ${monthName(range.to)}` },
    ]}
  />
);

/** Why other months are taken than were asked for. */
export const OtherMonths = ({ refused, taken }: { refused: string | null; taken: string }) =>
  refused && (
    <Note tone="stop" live="alert">
      {refused} {taken}
    </Note>
  );

export const HowItIsMade = ({ time }: { time: string }) => (
  <p className="my-4 max-w-3xl">
    It is made for you while you go on, which takes {time}, and waits among your{" "}
    <TextLink href={paths.files()}>files</TextLink>. That you asked for it is entered in the history.
  </p>
);
