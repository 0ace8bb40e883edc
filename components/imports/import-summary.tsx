import { Tile, Tiles } from "#components/ui/card";
import type { ImportReview } from "#lib/imports/queries";
import { momentName } from "#lib/rules/moment";
import { monthShort } from "#lib/rules/month";

/** What was read in numbers, and of which file. */
export function ImportSummary({ review, timeZone }: { review: ImportReview; timeZone: string }) {
  const { reading, doubts, fileName, bytes, sha256, readAt, readBy } = review;
  const answered = doubts.filter(({ answer }) => answer !== null).length;
  const closed = reading?.months.filter(({ state }) => state === "closed").map(({ month }) => monthShort(month)) ?? [];
  const open = reading?.months.filter(({ state }) => state === "open").map(({ month }) => monthShort(month)) ?? [];
  return (
    <div>
      <h2 className="mt-6 text-xl">What was read</h2>
      <p className="mt-1 text-sm text-soft">
        {fileName}, {bytes.toLocaleString("en-GB")} bytes, read {momentName(readAt, timeZone)} by{" "}
        {readBy ?? "an operator’s command"}. SHA-256 <span className="font-mono break-all">{sha256}</span>
      </p>
      {reading && (
        <Tiles>
          <Tile label="Indicators" value={reading.indicators.length}>
            in {reading.sections.length} sections
          </Tile>
          <Tile label="Actuals" value={reading.indicators.flatMap(({ actuals }) => actuals).length} />
          <Tile label="Milestones" value={reading.indicators.flatMap(({ milestones }) => milestones).length} />
          <Tile label="Benchmarks" value={reading.indicators.filter(({ benchmark }) => benchmark !== null).length} />
          <Tile label="Comments" value={reading.comments.length} />
          <Tile label="Months" value={reading.months.length}>
            closed {closed.join(", ") || "none"}; open {open.join(", ") || "none"}
          </Tile>
          <Tile label="Doubts" value={doubts.length}>
            {answered} answered
          </Tile>
        </Tiles>
      )}
    </div>
  );
}
