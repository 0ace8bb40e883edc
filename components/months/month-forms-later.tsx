"use client";

import { type ComponentProps, lazy } from "react";

const Open = lazy(() => import("#components/months/open-form").then((it) => ({ default: it.OpenForm })));
const Reopen = lazy(() => import("#components/months/reopen-form").then((it) => ({ default: it.ReopenForm })));

/** The forms of a month that is not open, whose scripts are fetched where they stand alone. */
export const OpenFormLater = (given: ComponentProps<typeof Open>) => <Open {...given} />;
export const ReopenFormLater = (given: ComponentProps<typeof Reopen>) => <Reopen {...given} />;
