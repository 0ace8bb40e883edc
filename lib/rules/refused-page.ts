/** What a page says instead of itself: 403, none of one's roles may open it; 404, there is no such page. */
export const refusedWords = {
  403: "You are signed in, but none of your roles may open this page. If you need it for your work, ask the performance officer, who grants roles.",
  404: "If you typed the address, check it. If you followed a link, what it led to may have another name now.",
} as const;

/** 500, it failed; 503, there is no database to show it from. */
export const failedWords = {
  500: "The page could not be shown. Nothing you saved before is lost.",
  503: "Candour cannot reach its database just now, or the database has too much to do. Nothing you saved before is lost.",
} as const;

/** All of them, by status. */
export const refusedPageWords = { ...refusedWords, ...failedWords } as const;

/** What a page that failed is headed, whatever its own title is. */
export const failedPageTitles: Readonly<Record<number, string>> = {
  500: "Something went wrong on our side",
  503: "This page cannot be shown just now",
};
