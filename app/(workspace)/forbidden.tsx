export { RefusedMessage as default } from "#components/shell/refused-message";

// Without JavaScript, Next shows of a refused page its title alone.
export const metadata = { title: "This page is not for your role" };
