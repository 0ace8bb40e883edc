/** How high the highest bar is drawn, in pixels. */
export const barsHeight = 220;
