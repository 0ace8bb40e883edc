import { TakingAway } from "#components/history/taking-away";
import { WhatSealsShow } from "#components/history/what-seals-show";
import { Breadcrumbs } from "#components/ui/breadcrumbs";
import { Note } from "#components/ui/note";
import { PageHeading } from "#components/ui/page-heading";
import { SummaryList } from "#components/ui/summary-list";
import type { Integrity, Verification } from "#lib/history/get-integrity";
import { paths } from "#lib/paths";
import { momentSeconds } from "#lib/rules/moment";
import { countWords, wholeNumber } from "#lib/rules/whole-number";

/** Whether the trail is what it was: how far it is sealed, when it was verified last, and what that cannot show. */
export function IntegrityContent({
  integrity,
  publicKey,
  isMailed,
  timeZone,
}: {
  integrity: Integrity;
  publicKey: string | null;
  /** Whether auditors are sent heads. */
  isMailed: boolean;
  timeZone: string;
}) {
  const { head, unsealed, verified, refused, putBacks } = integrity;
  const at = (moment: Date) => momentSeconds(moment, timeZone);
  return (
    <>
      <Breadcrumbs steps={[{ label: "History", href: paths.history() }, { label: "Integrity" }]} />
      <PageHeading
        title="Integrity of the history"
        meta="Whether anybody changed what was entered, and how to show it"
      />
      {refused && (
        <Note tone="stop">
          <p className="font-semibold">{`Nothing is sealed since ${at(refused.at)}.`}</p>
          <p>{refused.why}</p>
        </Note>
      )}
      {putBacks.map(({ number, begunAt }) => (
        <Note key={number} tone="stop">
          {`An older backup was put back on ${at(begunAt)}, which began incarnation ${number}. What had been sealed after that backup is not in this history.`}
        </Note>
      ))}
      <h2 className="mt-6 mb-2 text-lg">Sealed</h2>
      {head ? (
        <>
          <SummaryList
            rows={[
              { term: "Last sealed", value: at(head.takenAt) },
              { term: "Entries and actions in the seal", value: wholeNumber(head.size) },
              { term: "Entries that came after it", value: countWords(unsealed) },
            ]}
          />
          <h3 className="mt-4 mb-2 font-semibold">The newest head</h3>
          <p className="mb-2 text-soft">
            Keep a copy of it where nobody of this installation can change it.
            {isMailed &&
              " Auditors are sent it by e-mail, as a file: at each publication, and once a day while something is entered."}
          </p>
          <pre className="max-w-3xl overflow-x-auto border-l-4 border-line bg-wash px-4 py-2.5 text-sm whitespace-pre-wrap [overflow-wrap:anywhere]">
            {head.note}
          </pre>
        </>
      ) : (
        <p>Nothing is sealed yet. It is done every few seconds while something is new and a worker runs.</p>
      )}
      <h2 className="mt-6 mb-2 text-lg">Verified</h2>
      {verified ? <LastVerified verified={verified} at={at(verified.endedAt)} /> : <p>It has not been verified yet.</p>}
      <p className="mt-2">
        Whoever runs this installation verifies it with <code>npm run audit:verify</code>, and against heads that you
        kept with <code>npm run audit:verify -- --against FILE</code>.
      </p>
      {head && <TakingAway publicKey={publicKey} />}
      <WhatSealsShow />
    </>
  );
}

function LastVerified({ verified: { size, wrong, said }, at }: { verified: Verification; at: string }) {
  return (
    <>
      <Note tone={wrong.length > 0 ? "stop" : "quiet"}>
        <p className="font-semibold">
          {wrong.length > 0 ? `On ${at} this history was not what it had been.` : `On ${at} nothing was wrong.`}
        </p>
        <p>{`${wholeNumber(size)} entries and actions were looked at.`}</p>
        {[...wrong, ...said].length > 0 && (
          <ul className="mt-1 list-disc pl-5 [overflow-wrap:anywhere]">
            {[...wrong, ...said].map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        )}
      </Note>
    </>
  );
}
