import { madeOf } from "#lib/rules/made";

/** By whom and when a test's files are made: in summer, when the time of day in London is not UTC's. */
export const made = madeOf({
  by: "Somebody",
  at: new Date("2014-07-14T08:30:05Z"),
  of: null,
  cut: 1,
  timeZone: "Europe/London",
});
