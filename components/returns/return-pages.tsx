import { paths } from "#lib/paths";
import type { Return } from "#lib/returns/queries";
import type { Month } from "#lib/rules/month";

/** The pages of a return with many rows, loaded anew: each begins with what is saved. */
export function ReturnPages({ month, page, pages }: { month: Month } & Pick<Return, "page" | "pages">) {
  return (
    <nav aria-label="Pages" className="my-3">
      <ul className="flex flex-wrap gap-x-4 gap-y-1 touchable">
        {pages.map(({ page: of, words }) => (
          <li key={of}>
            <a
              className="link"
              target="_self"
              href={paths.return(month, { page: of })}
              aria-current={of === page ? "page" : undefined}
            >
              {words}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
