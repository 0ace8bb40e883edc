/** What stands in a cell to a reader who is not shown its figure. */
export const hiddenCell = { present: { figure: null, missing: "c", grade: null }, actual: null } as const;
