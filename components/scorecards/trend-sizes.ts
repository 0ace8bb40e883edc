/** How large an indicator's line is drawn, in pixels: in a row of the table, on a card of its theme. */
export const trendSizes = {
  row: { width: 92, height: 28 },
  card: { width: 120, height: 34 },
} as const;
