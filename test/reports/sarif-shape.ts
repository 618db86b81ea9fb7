/**
 * The part of SARIF's published schema that our logs use, as a compact shape: what may stand in each object, and what must.
 * Logs were validated with the whole schema by a draft 4 validator too; none is among our dependencies.
 */
type Shape = (value: unknown, at: string) => readonly string[];

const text: Shape = (value, at) => (typeof value === "string" ? [] : [`${at}: ${String(value)}`]);
const truth: Shape = (value, at) => (typeof value === "boolean" ? [] : [`${at}: ${String(value)}`]);
const uri: Shape = (value, at) =>
  typeof value === "string" && /^(?:[\w.~!$&'()*+,;=@:/?#-]|%[0-9A-F]{2})*$/.test(value)
    ? []
    : [`${at}: ${String(value)}`];
const anything: Shape = () => [];

function from(least: number): Shape {
  return (value, at) => (Number.isInteger(value) && Number(value) >= least ? [] : [`${at}: ${String(value)}`]);
}

function oneOf(...values: readonly string[]): Shape {
  return (value, at) => (values.some((each) => each === value) ? [] : [`${at}: ${String(value)}`]);
}

function listOf(shape: Shape): Shape {
  return (value, at) =>
    Array.isArray(value) ? value.flatMap((each, index) => shape(each, `${at}[${index}]`)) : [`${at}: no list`];
}

function mapOf(shape: Shape): Shape {
  return (value, at) =>
    typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([name, each]) => shape(each, `${at}.${name}`))
      : [`${at}: no object`];
}

/** `additionalProperties` is false everywhere in the schema. */
function object(properties: Readonly<Record<string, Shape>>, required: readonly string[]): Shape {
  return (value, at) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return [`${at}: no object`];
    const problems = required.filter((name) => !(name in value)).map((name) => `${at}.${name}: missing`);
    for (const [name, each] of Object.entries(value)) {
      const shape = properties[name];
      problems.push(...(shape === undefined ? [`${at}.${name}: not in the schema`] : shape(each, `${at}.${name}`)));
    }
    return problems;
  };
}

const level = oneOf("none", "note", "warning", "error");
const message = object({ text, markdown: text }, ["text"]);
const artifactLocation = object({ uri, uriBaseId: text, description: message }, []);
const region = object({ startLine: from(1), startColumn: from(1) }, []);
const location = object(
  { id: from(-1), message, physicalLocation: object({ artifactLocation, region }, ["artifactLocation"]) },
  [],
);
const threadFlow = object({ locations: listOf(object({ location }, ["location"])) }, ["locations"]);
const rule = object(
  { id: text, shortDescription: message, help: message, defaultConfiguration: object({ level }, []) },
  ["id"],
);
const result = object(
  {
    ruleId: text,
    ruleIndex: from(0),
    level,
    message,
    locations: listOf(location),
    relatedLocations: listOf(location),
    codeFlows: listOf(object({ message, threadFlows: listOf(threadFlow) }, ["threadFlows"])),
    partialFingerprints: mapOf(text),
    properties: anything,
  },
  ["message"],
);
const notification = object({ descriptor: object({ id: text }, []), level, message, locations: listOf(location) }, [
  "message",
]);
const run = object(
  {
    tool: object({ driver: object({ name: text, version: text, rules: listOf(rule) }, ["name"]) }, ["driver"]),
    columnKind: oneOf("utf16CodeUnits", "unicodeCodePoints"),
    originalUriBaseIds: mapOf(artifactLocation),
    invocations: listOf(
      object({ executionSuccessful: truth, toolExecutionNotifications: listOf(notification) }, ["executionSuccessful"]),
    ),
    results: listOf(result),
  },
  ["tool"],
);
const log = object({ $schema: uri, version: oneOf("2.1.0"), runs: listOf(run) }, ["version", "runs"]);

/** Each place of a log that the schema does not allow. */
export function schemaProblems(value: unknown): readonly string[] {
  return log(value, "$");
}
