import { Fragment, isValidElement, type ReactNode } from "react";

type Drawn = Record<string, unknown> & { children?: ReactNode };

/** What is drawn of elements, as a file's text: of components that hold no state, as everything drawn by the server is. */
export function svgText(node: ReactNode): string {
  if (node === null || node === undefined || typeof node === "boolean") return "";
  if (Array.isArray(node)) return node.map(svgText).join("");
  if (!isValidElement<Drawn>(node)) return escaped(String(node));
  const { type, props } = node;
  if (typeof type === "function") return svgText((type as (given: Drawn) => ReactNode)(props));
  const { children, ...attributes } = props;
  if ((type as unknown) === Fragment) return svgText(children);
  const name = String(type);
  const said = Object.entries(attributes).flatMap(([attribute, value]) =>
    value === undefined || value === null || value === ""
      ? []
      : [` ${attributeName(attribute)}="${escaped(String(value))}"`],
  );
  return ["<", name, ...said, ">", svgText(children), "<", "/", name, ">"].join("");
}

/** SVG's own names have capitals, and those that are also styles have hyphens. */
const names: Record<string, string> = { className: "class", textAnchor: "text-anchor" };
const attributeName = (attribute: string): string => names[attribute] ?? attribute;

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
