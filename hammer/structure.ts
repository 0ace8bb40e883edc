import { randomUUID } from "node:crypto";
import type { Act, Fields } from "#hammer/actions";
import type { Yard } from "#hammer/yard";
import { paths } from "#lib/paths";

/** A scorecard of a command's own with two themes, two sections of the first, and two indicators of its first section. */
async function freshScorecard(yard: Yard) {
  const slug = `hammered-${randomUUID()}`;
  await yard.query(`do $$ declare council uuid; card uuid; one uuid; in_one uuid; made uuid; begin
    select id into council from organisation where slug = 'demonstration';
    perform audit.begin_operator('npm run hammer', 'operator.change', council);
    insert into scorecard (organisation_id, slug, name) values (council, '${slug}', '${slug}') returning id into card;
    insert into scorecard_label_set (scorecard_id, from_month, label_set_id) select card, '2090-01-01', id from label_set where organisation_id = council limit 1;
    insert into theme (scorecard_id, slug, name, position) values (card, 'one', 'One', 1) returning id into one;
    insert into theme (scorecard_id, slug, name, position) values (card, 'two', 'Two', 2);
    insert into section (scorecard_id, theme_id, number, title) values (card, one, 1, 'First') returning id into in_one;
    insert into section (scorecard_id, theme_id, number, title) values (card, one, 2, 'Second');
    for n in 1..2 loop
      insert into indicator (scorecard_id, ref) values (card, '1.' || n) returning id into made;
      insert into indicator_team (indicator_id, from_month, team_id) select made, '2090-01-01', id from team where organisation_id = council and slug = 'assessment';
      insert into indicator_definition (indicator_id, from_month, section_id, position, measure, unit, direction, precision)
        values (made, '2090-01-01', in_one, n, 'For the hammer', 'count', 'lower', 0);
    end loop; end $$`);
  const [found] = await yard.query(
    `select s.id as scorecard, one.id as one, two.id as two, f.id as first, l.id as second, i.id as indicator, d.id as definition
     from scorecard s join theme one on one.scorecard_id = s.id and one.slug = 'one' join theme two on two.scorecard_id = s.id and two.slug = 'two'
     join section f on f.scorecard_id = s.id and f.number = 1 join section l on l.scorecard_id = s.id and l.number = 2
     join indicator i on i.scorecard_id = s.id and i.ref = '1.1' join indicator_definition d on d.indicator_id = i.id where s.slug = $1`,
    [slug],
  );
  const of = (name: string) => String(found?.[name]);
  return { slug, of };
}

type Ids = (name: string) => string;

/** An act on a fresh scorecard; `open` is the part whose forms its page shows. */
const onFresh =
  (action: string, fieldsOf: (of: Ids) => Fields, open?: string) =>
  async (yard: Yard): Promise<Act> => {
    const { slug, of } = await freshScorecard(yard);
    const fields = { request: randomUUID(), scorecard: of("scorecard"), ...fieldsOf(of) };
    return { action, from: paths.structure(slug, { of: open && of(open), month: "2090-01" }), fields };
  };

const level = (rank: number, word: string, shape: string, tone: string) => ({
  [`word-${rank}`]: word,
  [`shape-${rank}`]: shape,
  [`tone-${rank}`]: tone,
});

export const structureActs = {
  makeLabelSet: async (): Promise<Act> => ({
    action: "makeLabelSetAction",
    from: paths.labelSets(),
    fields: {
      request: randomUUID(),
      name: `Made by the hammer ${randomUUID()}`,
      ...level(1, "Green", "circle", "leaf"),
      ...level(2, "Red", "octagon", "brick"),
    },
  }),
  chooseLabelSet: async (yard: Yard): Promise<Act> => {
    const { slug, of } = await freshScorecard(yard);
    const name = `Chosen by the hammer ${randomUUID()}`;
    await yard.query(`do $$ declare made uuid; council uuid; begin
      select id into council from organisation where slug = 'demonstration';
      perform audit.begin_operator('npm run hammer', 'operator.change', council);
      insert into label_set (organisation_id, name) values (council, '${name}') returning id into made;
      insert into label (label_set_id, rank, word, short, shape, tone, asks_for_comment)
        values (made, 1, 'Green', 'G', 'circle', 'leaf', false), (made, 2, 'Red', 'R', 'octagon', 'brick', true); end $$`);
    const [set] = await yard.query("select id from label_set where name = $1", [name]);
    const fields = { scorecard: of("scorecard"), labels: String(set?.id), from: "2090-03" };
    return {
      action: "chooseLabelSetAction",
      from: paths.grading(slug, { labels: fields.labels, from: fields.from }),
      fields: { request: randomUUID(), ...fields, previewed: "", reason: "For the hammer." },
    };
  },
  make: async (yard: Yard): Promise<Act> => {
    const [set] = await yard.query(
      "select l.id from label_set l join organisation o on o.id = l.organisation_id where o.slug = 'demonstration' limit 1",
    );
    const name = `Made by the hammer ${randomUUID()}`;
    return {
      action: "makeScorecardAction",
      from: paths.keptScorecards(),
      fields: { request: randomUUID(), name, address: "", sentence: "", labels: String(set?.id), from: "2090-01" },
    };
  },
  copy: async (yard: Yard): Promise<Act> => {
    const { of } = await freshScorecard(yard);
    const name = `Copied by the hammer ${randomUUID()}`;
    return {
      action: "copyScorecardAction",
      from: paths.keptScorecards(),
      fields: {
        request: randomUUID(),
        ...{ of: of("scorecard"), as: "2090-01", name, address: "", sentence: "", from: "2091-01" },
      },
    };
  },
  rename: onFresh("renameScorecardAction", () => ({ name: "Renamed", sentence: "For the hammer.", seen: "1" })),
  end: onFresh("endScorecardAction", () => ({ reason: "For the hammer.", sure: "yes", seen: "1" })),
  addTheme: onFresh("addThemeAction", () => ({ name: "Three" })),
  renameTheme: onFresh("renameThemeAction", (of) => ({ theme: of("one"), name: "Renamed", seen: "1" }), "one"),
  moveTheme: onFresh("moveThemeAction", (of) => ({ theme: of("one"), way: "down", seen: "1" }), "one"),
  endTheme: onFresh("endThemeAction", (of) => ({ theme: of("two"), seen: "1" }), "two"),
  addSection: onFresh("addSectionAction", (of) => ({ theme: of("one"), number: "3", title: "Third" })),
  renameSection: onFresh(
    "renameSectionAction",
    (of) => ({ section: of("first"), number: "7", title: "Renamed", seen: "1" }),
    "first",
  ),
  moveSection: onFresh("moveSectionAction", (of) => ({ section: of("first"), theme: of("two"), seen: "1" }), "first"),
  mergeSection: onFresh(
    "mergeSectionAction",
    (of) => ({ section: of("first"), into: of("second"), from: "2090-01", seen: "1" }),
    "first",
  ),
  endSection: onFresh("endSectionAction", (of) => ({ section: of("second"), seen: "1" }), "second"),
  moveIndicator: onFresh(
    "moveIndicatorAction",
    (of) => ({ indicator: of("indicator"), to: of("second"), from: "2090-01", seen: of("definition") }),
    "indicator",
  ),
};
