export { MissingMessage as default } from "#components/shell/missing-message";

export const metadata = { title: "There is no such page" };
