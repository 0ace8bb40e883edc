"use client";

import { type ComponentProps, lazy } from "react";

const Links = lazy(() => import("#components/people/invited-links").then((it) => ({ default: it.InvitedLinks })));

/** What stands there once people are invited, whose script is fetched then. */
export const InvitedLinksLater = (given: ComponentProps<typeof Links>) => <Links {...given} />;
