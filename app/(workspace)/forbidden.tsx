export { RefusedMessage as default } from "#components/shell/refused-message";
