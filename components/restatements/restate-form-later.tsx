"use client";

import { type ComponentProps, lazy } from "react";

const Form = lazy(() => import("#components/restatements/restate-form").then((it) => ({ default: it.RestateForm })));

/** The form of a restatement, whose script is fetched where a head of service stands before it. */
export const RestateFormLater = (given: ComponentProps<typeof Form>) => <Form {...given} />;
