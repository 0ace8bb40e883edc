import type { ReactNode } from "react";
import { PageMain } from "#components/shell/page-main";

export default function WorkspaceLayout({ children }: { children: ReactNode }) {
  return <PageMain>{children}</PageMain>;
}
