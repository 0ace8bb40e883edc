"use client";

import { type ComponentProps, lazy } from "react";

const Review = lazy(() => import("#components/people/invite-review").then((it) => ({ default: it.InviteReview })));

/** What becomes of each who is put in, whose script is fetched then; that of the links is there, because they are shown once. */
export const InviteReviewLater = (given: ComponentProps<typeof Review>) => <Review {...given} />;
