"use client";

import { lazy } from "react";
import type { Deciding } from "#components/commentary/decision-forms";

// Without a boundary of its own, so that it is in the page as it is sent: the forms work without a script.
const Forms = lazy(() => import("#components/commentary/decision-forms").then((it) => ({ default: it.DecisionForms })));

/** The forms of a decision, fetched where there is one to take and not with an empty queue. */
export const DecisionFormsLater = (deciding: Deciding) => <Forms {...deciding} />;
