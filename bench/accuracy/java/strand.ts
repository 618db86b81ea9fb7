/** Java's measurements: javac over sources, jdeps over classes, and the modules of Maven builds. */
import type { Strand } from "../strand.ts";
import { artifacts } from "./artifacts.ts";
import { measureJavac } from "./javac.ts";
import { measureJdeps } from "./jdeps.ts";
import { measureModules } from "./modules.ts";

export const java: Strand = {
  language: "java",
  parts: ["javac", "jdeps", "modules"],
  async measure(options) {
    for (const part of options.parts) {
      if (part === "javac") await measureJavac(artifacts(options.trees), options);
      if (part === "jdeps") await measureJdeps(artifacts(options.trees), options);
      if (part === "modules") await measureModules(options);
    }
  },
};
