import { codeclimateReport } from "./codeclimate.ts";
import { dotReport } from "./dot.ts";
import { githubReport } from "./github.ts";
import { graphmlReport } from "./graphml.ts";
import { jsonReport } from "./json.ts";
import { junitReport } from "./junit.ts";
import { markdownReport } from "./markdown.ts";
import { mermaidReport } from "./mermaid.ts";
import { ndjsonReport } from "./ndjson.ts";
import type { Format, Report } from "./report.ts";
import { sarifReport } from "./sarif.ts";
import { textReport } from "./text.ts";

export {
  type Collapse,
  collapses,
  type Format,
  formats,
  type Output,
  type Report,
  type ReportOptions,
} from "./report.ts";

/** Every format by its name. */
export const reports: Readonly<Record<Format, Report>> = {
  text: textReport,
  json: jsonReport,
  ndjson: ndjsonReport,
  sarif: sarifReport,
  github: githubReport,
  markdown: markdownReport,
  junit: junitReport,
  codeclimate: codeclimateReport,
  dot: dotReport,
  mermaid: mermaidReport,
  graphml: graphmlReport,
};
