/** Whether what is pasted is a block of cells: one cell alone is what anybody types, with the line end that it is copied with. */
export const isBlock = (text: string): boolean => /[\t\r\n]/.test(text.replace(/[\r\n]+$/, ""));
