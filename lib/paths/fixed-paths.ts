/** The few addresses that what is sent with every page leads to, apart from all the others. */
export const fixedPaths = {
  home: () => "/",
  scorecards: () => "/scorecards",
  account: () => "/account",
  returns: () => "/returns",
  approvals: () => "/approvals",
  history: () => "/history",
  months: () => "/months",
  imports: () => "/admin/imports",
  people: () => "/admin/people",
  notices: () => "/notices",
  ready: () => "/api/health/ready",
};
