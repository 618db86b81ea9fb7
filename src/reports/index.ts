import { jsonReport } from "./json.ts";
import { ndjsonReport } from "./ndjson.ts";
import type { Format, Report } from "./report.ts";
import { textReport } from "./text.ts";

export { type Format, formats, type Output, type Report, type ReportOptions } from "./report.ts";

/** Every format by its name. */
export const reports: Readonly<Record<Format, Report>> = { text: textReport, json: jsonReport, ndjson: ndjsonReport };
