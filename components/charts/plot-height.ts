/** How high the plot is drawn, in pixels. Its width is whatever there is room for, so places across are parts of a hundred. */
export const plotHeight = 260;
