/** Which return a form is about, and which request it is. */
export type ReturnFormPlace = { scorecardId: string; teamId: string; month: string; request: string };

export function ReturnPlaceFields({ scorecardId, teamId, month, request }: ReturnFormPlace) {
  return (
    <>
      <input type="hidden" name="request" value={request} />
      <input type="hidden" name="scorecard" value={scorecardId} />
      <input type="hidden" name="team" value={teamId} />
      <input type="hidden" name="month" value={month} />
    </>
  );
}
