/** Whether a text from an address or a form can be asked of the database at all: it takes neither NUL nor half characters. */
export const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes("\0");
