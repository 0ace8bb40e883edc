/** The field in which a form says whose it is: the person whom its page was made for. */
export const writtenByField = "writtenBy";
