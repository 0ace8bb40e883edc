/** Nothing is signed, because it would not follow from what was signed before; in words for whoever should know. */
export class SealRefused extends Error {}
