/** Something the person who starts Candour can put right; its message is all that is shown. */
export class SetUpError extends Error {
  override name = "SetUpError";
}
