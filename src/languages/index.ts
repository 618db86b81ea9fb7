import { java } from "./java/index.ts";
import { javascript } from "./javascript/index.ts";
import type { Language } from "./language.ts";
import { python } from "./python/index.ts";

/** Every language, in the order in which their projects and files are read. */
export const languages: readonly Language[] = [java, python, javascript];
