"use client";

import { type ComponentProps, lazy } from "react";

// Without a boundary of its own, so that it is in the page as it is sent: the form works without a script.
const Form = lazy(() => import("#components/commentary/write-form").then((it) => ({ default: it.WriteForm })));

/** The form in which a comment is written, fetched where it is and not where a comment of the past is read. */
export const WriteFormLater = (given: ComponentProps<typeof Form>) => <Form {...given} />;
