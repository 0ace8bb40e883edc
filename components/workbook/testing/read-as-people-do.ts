import type { Cell, Worksheet } from "exceljs";
import { fileColours } from "#components/charts/chart-file-style";
import type { Labels } from "#lib/rules/labels";

/** What a cell reads like in a spreadsheet: a number by its format, words as they are. */
export function shownFigure({ value, numFmt, text }: Cell): string {
  if (typeof value !== "number") return text;
  const [, grouped = "", decimals = "", percent = "", beside = ""] =
    /^(#,##)?0(?:\.(0+))?(%?)(?:" (\S+)")?$/.exec(numFmt) ?? [];
  const shown = (percent ? value * 100 : value).toLocaleString("en-GB", {
    useGrouping: grouped !== "",
    minimumFractionDigits: decimals.length,
    maximumFractionDigits: decimals.length,
  });
  return `${shown}${percent}${beside && ` ${beside}`}`;
}

type Rule = { formulae?: string[]; style?: { fill?: { bgColor?: { argb?: string } } } };

/** The word of the level by whose rule a cell is coloured: the first that holds of those laid over it. */
export function gradeOfCell(sheet: Worksheet, { value, address, col, row }: Cell, labels: Labels): string {
  const { conditionalFormattings } = sheet as unknown as { conditionalFormattings: { ref: string; rules: Rule[] }[] };
  const rules = conditionalFormattings.flatMap(({ ref, rules }) => {
    const [from, to = from] = ref.split(":").map((name) => sheet.getCell(name));
    return Number(from!.row) === Number(row) && Number(from!.col) <= Number(col) && Number(col) <= Number(to!.col)
      ? rules.map((rule) => ({ rule, from: from!.address }))
      : [];
  });
  const found = rules.find(({ rule, from }) => holds(rule.formulae?.[0] ?? "", from, value));
  const colour = found?.rule.style?.fill?.bgColor?.argb?.slice(2).toLowerCase();
  if (found && !colour) throw new Error(`The rule of ${address} has no colour.`);
  return labels.find(({ tone }) => fileColours[`${tone}-wash`].slice(1) === colour)?.word ?? "";
}

function holds(formula: string, cell: string, value: unknown): boolean {
  if (typeof value !== "number") return false;
  if (formula === `ISNUMBER(${cell})`) return true;
  const compared = new RegExp(String.raw`^AND\(ISNUMBER\(${cell}\)((?:,${cell}[<>]=?[0-9.]+)+)\)$`).exec(formula)?.[1];
  if (!compared) throw new Error(`The rule ${formula} is not one of ours.`);
  return [...compared.matchAll(/([<>]=?)([0-9.]+)(?=,|$)/g)].every(([, sign = "", edge]) => {
    const by = value - Number(edge);
    return sign.endsWith("=") && by === 0 ? true : sign.startsWith(">") ? by > 0 : by < 0;
  });
}
