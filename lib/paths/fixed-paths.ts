/** The few addresses that the messages sent with every page lead to, apart from all the others. */
export const fixedPaths = {
  home: () => "/",
  scorecards: () => "/scorecards",
  account: () => "/account",
  ready: () => "/api/health/ready",
};
