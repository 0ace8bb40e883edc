/** How large an indicator's line is drawn, in pixels: in a row of the table, on a card of its theme, on its own page. */
export const trendSizes = {
  row: { width: 92, height: 28 },
  card: { width: 120, height: 34 },
  page: { width: 240, height: 56 },
} as const;
