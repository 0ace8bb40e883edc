/** The field in which a form says for which head of service its decision is taken by their deputy. */
export const inNameOfField = "inNameOf";
