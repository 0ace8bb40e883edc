import { TextLink } from "#components/ui/text-link";
import type { Check, CheckKind, Checklist } from "#lib/months/checklist";
import { paths } from "#lib/paths";
import { type Month, monthName, parseMonth } from "#lib/rules/month";

type Place = { slug: string; month: Month };

const headings: Record<CheckKind, string> = {
  earlier: "Earlier months",
  figure: "Neither given nor explained",
  comment: "Required comments not approved",
  return: "Returns not submitted",
  asked: "Returns asked to be reopened",
  imported: "Comments that stand as imported",
  late: "Given late",
  waiting: "Comments that wait",
  provisional: "Provisional figures",
  estimated: "Estimated figures",
  unusual: "Far from their own history",
  benchmark: "Benchmarks older than two years",
};
const ofReturn: readonly CheckKind[] = ["return", "asked"];
const ofComment: readonly CheckKind[] = ["comment", "imported", "waiting"];

/** What stands in the way of closing a month, and what is to be known before: each leads to its place. */
export function ChecklistView({ checklist: { blockers, warnings }, ...place }: Place & { checklist: Checklist }) {
  return (
    <>
      <h3 className="mt-4 text-lg">In the way ({blockers.length})</h3>
      {blockers.length === 0 ? (
        <p>
          Nothing: every figure that is due is given or explained, every required comment is approved, every return is
          submitted, and no earlier month is open.
        </p>
      ) : (
        <Kinds checks={blockers} {...place} />
      )}
      <h3 className="mt-4 text-lg">To be known ({warnings.length})</h3>
      {warnings.length === 0 ? <p>Nothing.</p> : <Kinds checks={warnings} {...place} />}
    </>
  );
}

/** Kind by kind, in the order of their headings. */
function Kinds({ checks, ...place }: Place & { checks: readonly Check[] }) {
  const byKind = Map.groupBy(checks, ({ kind }) => kind);
  const found = (Object.keys(headings) as CheckKind[]).flatMap((kind) => {
    const those = byKind.get(kind);
    return those ? [{ kind, those }] : [];
  });
  return found.map(({ kind, those }) => (
    <div key={kind} className="mt-2">
      <h4 className="font-semibold">
        {headings[kind]} ({those.length})
      </h4>
      <ul className="grid">
        {those.map((each) => (
          <li key={each.ref} className="py-0.5">
            <TextLink href={hrefOf(each, place)} className="inline-block min-w-8 font-semibold leading-6">
              {nameOf(each)}
            </TextLink>{" "}
            {!ofReturn.includes(each.kind) && each.team && <span className="text-soft">{each.team}: </span>}
            {each.words}
          </li>
        ))}
      </ul>
    </div>
  ));
}

function nameOf({ kind, ref, team }: Check): string | null {
  if (ofReturn.includes(kind)) return team;
  const month = kind === "earlier" ? parseMonth(ref) : null;
  return month ? monthName(month) : ref;
}

function hrefOf({ kind, ref }: Check, { slug, month }: Place): string {
  if (kind === "earlier") return paths.month(slug, parseMonth(ref) ?? month);
  if (ofReturn.includes(kind)) return paths.teamReturn({ slug, team: ref, month });
  return ofComment.includes(kind) ? paths.comment(slug, ref, month) : paths.indicator(slug, ref);
}
