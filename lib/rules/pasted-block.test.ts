import { describe, expect, test } from "vitest";
import { isBlock } from "#lib/rules/is-block";
import { readMonthHeading } from "#lib/rules/month-heading";
import { readBlock, turned } from "#lib/rules/pasted-block";

const refs = new Set(["1.1", "1.2", "2.1", "2.3", "2.10"]);
const read = (...rows: string[][]) => readBlock(rows, { month: "2013-12", refs });
/** Each cell as "2.1 2013-12 90", without a ref by its place. */
const cells = (...rows: string[][]) =>
  read(...rows).cells.map(({ ref, offset, month, text }) => `${ref ?? offset} ${month} ${text}`);

describe("a block without refs", () => {
  test("goes down from where it is pasted, and a blank keeps its place", () => {
    expect(cells(["18"], [""], ["14.1"], [""], [""])).toEqual(["0 2013-12 18", "1 2013-12 ", "2 2013-12 14.1"]);
  });

  test.each([["Actual"], ["Dec-13"]])("may have a heading: %s", (heading) => {
    expect(cells([heading], ["18"], ["14.1"])).toEqual(["0 2013-12 18", "1 2013-12 14.1"]);
    expect(read([heading], ["18"]).said).toEqual([`Read as headings: “${heading}”.`]);
  });

  test.each([["n/a"], ["7o"], ["x"], ["–"], ["90 percent"], ["not available"]])("has no heading in %s", (first) => {
    expect(cells([first], ["18"])).toEqual([`0 2013-12 ${first}`, "1 2013-12 18"]);
  });

  test.each([
    ["", "1"],
    ["#DIV/0!", "81"],
    ["pending", "81"],
    ["Children seen in time", "81"],
    ["\u00a0", "81"],
  ])("keeps its first row for the first figure, whatever it says: %j", (first, second) => {
    expect(cells([first], [second], ["82"])).toEqual([`0 2013-12 ${first}`, `1 2013-12 ${second}`, "2 2013-12 82"]);
    expect(read([first], [second], ["82"]).said).toEqual([]);
  });

  test("keeps each blank row above its figures, and a row of a note alone", () => {
    expect(cells([""], [""], ["82"])).toEqual(["0 2013-12 ", "1 2013-12 ", "2 2013-12 82"]);
    expect(read(["", "two came late"], ["82", ""]).cells).toMatchObject([
      { offset: 0, text: "", note: "two came late" },
      { offset: 1, text: "82", note: null },
    ]);
    expect(cells(["Jan 2014", "pending"], ["Feb 2014", "90"])).toEqual(["0 2014-01 pending", "1 2014-02 90"]);
  });

  test("has a first row of words for its headings where the person says so", () => {
    expect(read(["Children seen in time"], ["81"]).mayBeHeaded).toBe(true);
    for (const first of ["", "#DIV/0!", "81", "Actual"]) expect(read([first], ["82"]).mayBeHeaded).toBe(false);
    const said = readBlock([["Children seen in time"], ["81"]], { month: "2013-12", refs, isHeaded: true });
    expect(said.cells).toMatchObject([{ offset: 0, text: "81" }]);
    expect(said.said).toEqual(["Read as headings: “Children seen in time”."]);
  });

  test.each(["November", "Target", "Q4 2013/14", "YTD", "Last year", "2013/14"])(
    "is asked about under a heading that names something else: %j",
    (heading) => {
      expect(read([heading], ["81"], ["82"])).toMatchObject({ under: heading, cells: [{ offset: 0 }, { offset: 1 }] });
    },
  );

  test("of several columns has a month in each: what its headings say, or one after the other, and says so", () => {
    expect(cells(["Dec 2013", "2014-01"], ["90", "91"])).toEqual(["0 2013-12 90", "0 2014-01 91"]);
    expect(cells(["90", "91"])).toEqual(["0 2013-12 90", "0 2014-01 91"]);
    expect(read(["90", "91"], ["92", "93"]).said).toEqual([
      "No headings say which months the columns are of, so they are read as December 2013 and January 2014.",
    ]);
  });

  test("in one row may be meant as a column", () => {
    expect(read(["18", "14.1", "91"]).mayTurn).toBe(true);
    expect(read(["18"], ["14.1"]).mayTurn).toBe(false);
    expect(read(["Dec-13", "Jan-14"], ["90", "91"]).mayTurn).toBe(false);
    expect(turned([["18", "14.1"], ["91"]])).toEqual([
      ["18", "91"],
      ["14.1", ""],
    ]);
  });

  test("may have words beside its figures, which are their notes", () => {
    expect(read(["90", "two came late"], ["91", ""]).cells).toMatchObject([
      { text: "90", note: "two came late" },
      { text: "91", note: null },
    ]);
  });
});

describe("a first column that looks like refs and has none of this scorecard's", () => {
  test.each([[["1.10", "1.20"]], [["9.1", "9.2", "10.1"]], [["01-Jan", "02-Jan", "01-Feb"]]])(
    "is never taken for figures: %j",
    (column) => {
      const rows = column.map((ref, place) => [ref, String(18 + place)]);
      expect(cells(...rows)).toEqual(column.map((ref, place) => `${ref} 2013-12 ${18 + place}`));
      expect(read(...rows).said.join(" ")).toContain("looks like refs");
    },
  );

  test.each([[["14.1", "12.3"]], [["4.1", "9.2"]], [["90", "91"]], [["4.1"]]])(
    "is figures where they are not numbered: %j",
    (column) => {
      expect(cells(...column.map((figure) => [figure, "18"]))[0]).toBe(`0 2013-12 ${column[0]}`);
    },
  );

  test("is figures under the months", () => {
    expect(cells(["Dec-13", "Jan-14"], ["9.1", "18"], ["9.2", "19"])[0]).toBe("0 2013-12 9.1");
  });
});

describe("a block with refs", () => {
  test("is matched by them and by its months, whatever stands around", () => {
    expect(
      cells(
        ["Children’s services 2013/14"],
        ["PI ref", "Measure", "2013/14", "Dec-13 (actual)", "01/01/2014"],
        ["2.1", "Seen in time", "88", "90", "91"],
        ["Timeliness", "", "", "", ""],
        [" PI 2.3\u00a0", "Other words", "80", "", "70"],
        ["", "", "", "", ""],
        ["PI ref", "Measure", "2013/14", "Dec-13 (actual)", "01/01/2014"],
        ["1.1", "More words", "12", "9", "10"],
      ),
    ).toEqual([
      "2.1 2013-12 90",
      "2.1 2014-01 91",
      "PI 2.3 2013-12 ",
      "PI 2.3 2014-01 70",
      "1.1 2013-12 9",
      "1.1 2014-01 10",
    ]);
  });

  test("says what of it is not read", () => {
    const { said } = read(["Ref", "Target", "Actual"], ["2.1", "85", "90"]);
    expect(said).toEqual(["Read as headings: “Ref”, “Target” and “Actual”.", "Not read: “Target”."]);
    expect(read(["Ref", "Target", "Q3"], ["2.1", "85", "90"]).cells).toEqual([]);
  });

  test.each(["November", "Target", "Q4 2013/14", "YTD", "Last year", "2014", "Seen in time", "41640", "#REF!"])(
    "is asked about, where all that its figures stand under is %j",
    (heading) => {
      const asked = read(["ref", heading], ["1.1", "24"], ["1.2", "25"]);
      expect(asked).toMatchObject({ under: heading, cells: [{ ref: "1.1", text: "24" }, { text: "25" }] });
    },
  );

  test.each(["Actual", "Dec-13", "December", "dec (actual)", "Dec.", "", "Figures"])(
    "is of the return’s month under %j",
    (heading) => {
      expect(read(["ref", heading], ["1.1", "24"])).toMatchObject({ under: null, cells: [{ month: "2013-12" }] });
    },
  );

  test("has no figures of another month, a quarter or a target beside the month’s", () => {
    const { cells: found, said, under } = read(["ref", "Target", "November", "December"], ["1.1", "1", "2", "3"]);
    expect(found).toMatchObject([{ month: "2013-12", text: "3" }]);
    expect(said).toContain("Not read: “Target” and “November”.");
    expect(under).toBeNull();
  });

  test("without headings has its note after its figure, and its measure before", () => {
    expect(read(["2.1", "Seen in time", "90", "two came late"]).cells).toMatchObject([
      { ref: "2.1", month: "2013-12", text: "90", note: "two came late" },
    ]);
  });

  test("may say its month in each row", () => {
    expect(cells(["2.1", "Dec 2013", "90"], ["2.1", "Jan 2014", "91"], ["2.3", "soon", "1"])).toEqual([
      "2.1 2013-12 90",
      "2.1 2014-01 91",
      "2.3 null 1",
    ]);
  });

  test("keeps a ref that nobody knows, and one that is missing, to be told of", () => {
    expect(cells(["2.1", "1"], ["9.9", "2"], ["", "3"], ["1.1", "4"])).toEqual([
      "2.1 2013-12 1",
      "9.9 2013-12 2",
      " 2013-12 3",
      "1.1 2013-12 4",
    ]);
  });

  test.each([
    [
      [
        ["1.2", "Awaiting data from HR"],
        ["2.1", "Awaiting data from HR"],
      ],
      ["1.2 Awaiting data from HR", "2.1 Awaiting data from HR"],
    ],
    [
      [
        ["1.1", "#DIV/0!"],
        ["1.2", "#DIV/0!"],
        ["2.1", "90"],
      ],
      ["1.1 #DIV/0!", "1.2 #DIV/0!", "2.1 90"],
    ],
    [
      [
        ["1.1", "#REF!"],
        ["1.2", "#NAME?"],
      ],
      ["1.1 #REF!", "1.2 #NAME?"],
    ],
    [
      [
        ["1.1", "Seen in time", "#VALUE!"],
        ["1.2", "Other words", "#VALUE!"],
      ],
      ["1.1 #VALUE!", "1.2 #VALUE!"],
    ],
    [
      [
        ["1.1", ""],
        ["1.2", ""],
      ],
      ["1.1 ", "1.2 "],
    ],
    [
      [
        ["1.1", "pending"],
        ["1.2", "pending"],
        ["2.1", "5"],
      ],
      ["1.1 pending", "1.2 pending", "2.1 5"],
    ],
    [
      [
        ["ref", "41640"],
        ["1.1", "24"],
      ],
      ["1.1 24"],
    ],
    [
      [
        ["ref", "Dec-13"],
        ["1.1", "pending"],
        ["1.2", "pending"],
        ["2.1", "5"],
      ],
      ["1.1 pending", "1.2 pending", "2.1 5"],
    ],
    [
      [
        ["ref", "Actual"],
        ["1.1", "pending"],
        ["1.2", "pending"],
        ["2.1", "5"],
      ],
      ["1.1 pending", "1.2 pending", "2.1 5"],
    ],
    [
      [
        ["Indicator", "Actual data"],
        ["1.1", "24"],
        ["1.2", "25"],
      ],
      ["1.1 24", "1.2 25"],
    ],
    [
      [
        ["Timeliness", ""],
        ["1.1", "24"],
        ["1.2", "25"],
      ],
      ["1.1 24", "1.2 25"],
    ],
  ])("never takes its refs for figures, whatever stands beside them: %j", (rows, expected) => {
    expect(read(...rows).cells.map(({ ref, text }) => `${ref} ${text}`)).toEqual(expected);
  });

  test("that a spreadsheet changed are none either, beside words", () => {
    expect(cells(["1.10", "Awaiting data"], ["1.20", "Awaiting data"])).toEqual([
      "1.10 2013-12 Awaiting data",
      "1.20 2013-12 Awaiting data",
    ]);
  });

  test("along its rows may be turned", () => {
    const block = [
      ["", "2.1", "2.3"],
      ["Dec-13", "90", "68"],
      ["Jan-14", "91", "70"],
    ];
    expect(read(...block).mayTurn).toBe(true);
    expect(cells(...turned(block))).toEqual(["2.1 2013-12 90", "2.1 2014-01 91", "2.3 2013-12 68", "2.3 2014-01 70"]);
  });
});

test("one cell is no block, with the line end that it is copied with", () => {
  for (const text of ["75", "75\r\n", " 75 ", ""]) expect(isBlock(text)).toBe(false);
  for (const text of ["75\t80", "75\r\n80", "75\n\n80\n", "75\r80"]) expect(isBlock(text)).toBe(true);
});

test.each([
  ["Dec-13", "2013-12"],
  ["DEC 2013", "2013-12"],
  ["December\u00a02013", "2013-12"],
  ["Sept 2013", "2013-09"],
  ["2013-12", "2013-12"],
  ["2013-12-01", "2013-12"],
  ["2013-12-01 00:00:00", "2013-12"],
  ["12/2013", "2013-12"],
  ["01/12/2013", "2013-12"],
  ["31.12.2013", "2013-12"],
  ["1/12/13", "2013-12"],
  ["31 Dec 2013", "2013-12"],
  ["1st December 2013", "2013-12"],
  ["01-Dec-13", "2013-12"],
  ["Dec/13", "2013-12"],
  ["Actual Dec-13", "2013-12"],
  ["Dec-13 (%)", "2013-12"],
  ["Milestone Dec-13", null],
  ["9/12", null],
  ["13/2013", null],
  ["90", null],
  ["14.1", null],
  ["2013", null],
  ["Mayor 13", null],
])("%j above a column is the month %s", (text, month) => {
  expect(readMonthHeading(text)).toBe(month);
});
