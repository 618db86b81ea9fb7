import { directoryOf } from "../../../model/directory-of.ts";

/** The path that a relative specifier leads to from a file, without an ending: `..tax.rates` in `shop/till/cart.py` is `shop/tax/rates`. */
export function relativePlace(specifier: string, from: string): string {
  const [, dots = "", rest = ""] = /^(\.*)(.*)$/.exec(specifier) ?? [];
  let base = directoryOf(from);
  for (let level = 1; level < dots.length; level++) base = directoryOf(base);
  return [base, ...rest.split(".")].filter((part) => part !== "").join("/");
}
