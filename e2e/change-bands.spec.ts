import type { Page } from "@playwright/test";
import { expectGoodPage } from "#e2e/expect-good-page";
import { expect, test } from "#e2e/fixtures";

const scorecard = "/scorecards/childrens-services-improvement-scorecard";
const indicator = `${scorecard}/indicators/4.6`;
const month = "2013-12";
const status = (page: Page) => page.getByRole("status");
