import type { TypeImports } from "../../../model/resolution.ts";
import type { TsConfigManifest } from "../manifests/manifest.ts";

type Options = Pick<
  TsConfigManifest,
  "verbatimModuleSyntax" | "preserveValueImports" | "importsNotUsedAsValues" | "emitDecoratorMetadata"
>;

/**
 * What TypeScript does with imports that only types need, and bundlers with it.
 * @see https://www.typescriptlang.org/tsconfig/#verbatimModuleSyntax
 * @see https://www.typescriptlang.org/docs/handbook/decorators.html#metadata
 */
export function typeImportsUnder(options: Options): TypeImports {
  const { verbatimModuleSyntax, preserveValueImports, importsNotUsedAsValues = "remove" } = options;
  if (verbatimModuleSyntax === true || preserveValueImports === true || importsNotUsedAsValues !== "remove")
    return "kept";
  return options.emitDecoratorMetadata === true ? "kept-for-decorators" : "erased";
}
