/** What a page says instead of itself: 403, none of one's roles may open it; 404, there is no such page. */
export const refusedPageWords = {
  403: "You are signed in, but none of your roles may open this page. If you need it for your work, ask the performance officer, who grants roles.",
  404: "If you typed the address, check it. If you followed a link, what it led to may have another name now.",
} as const;
