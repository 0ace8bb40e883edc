const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** A first guess at a name: "jane.o-neil@council.gov.uk" is Jane O-Neil. */
export function nameFromEmail(email: string): string {
  const local = email.slice(0, email.indexOf("@")).replace(/\+.*$/, "");
  const words = local.split(/[._]+/).filter(Boolean);
  return words.map((word) => word.split("-").map(capital).join("-")).join(" ") || email;
}
