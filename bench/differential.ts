/**
 * Our versions against those of the native tools, by cases that chance makes: the same for the same seed.
 *
 *   npx tsx bench/differential.ts [npm|pypi|conda|maven|gradle ...] [--cases 100000] [--seed 1] [--python python3]
 *
 * Prints how many cases of each kind there were and how many differ, with examples; ends with 1 when some do. `pypi` needs an
 * interpreter that has `packaging`, `conda` one that has `py-rattler`, `maven` and `gradle` a JDK and Maven, which fetches the
 * classes once (186 MB for Gradle's).
 */
import { parseArgs } from "node:util";
import { condaOracle, condaTrials } from "./differential/conda.ts";
import { gradleOracle, gradleTrials } from "./differential/gradle.ts";
import { mavenOracle, mavenTrials } from "./differential/maven.ts";
import { npmOracle, npmTrials } from "./differential/npm.ts";
import type { Oracle, Trial } from "./differential/oracle.ts";
import { pypiOracle, pypiTrials } from "./differential/pypi.ts";
import { Random } from "./differential/random.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    cases: { type: "string", default: "100000" },
    seed: { type: "string", default: "1" },
    python: { type: "string", default: "python3" },
  },
});

interface Field {
  readonly oracle: () => Oracle;
  readonly trials: (random: Random) => readonly Trial[];
}

const fields: Readonly<Record<string, Field>> = {
  npm: { oracle: () => npmOracle, trials: npmTrials },
  pypi: { oracle: () => pypiOracle(values.python), trials: pypiTrials },
  conda: { oracle: () => condaOracle(values.python), trials: condaTrials },
  maven: { oracle: mavenOracle, trials: mavenTrials },
  gradle: { oracle: gradleOracle, trials: gradleTrials },
};
const wanted = positionals.length === 0 ? Object.keys(fields) : positionals;
/** Differences that are printed of one kind. */
const maxExamples = 10;
/** What the tool refuses to compare: it has no answer that ours could differ from. */
const undefinedAnswer = "undefined";
let differences = 0;

for (const name of wanted) {
  const field = fields[name];
  if (field === undefined) throw new Error(`there is no field "${name}": ${Object.keys(fields).join(", ")}`);
  const oracle = field.oracle();
  console.log(`${name}: ${oracle.name} ${oracle.version}, seed ${values.seed}`);
  for (const trial of field.trials(new Random(Number(values.seed)))) compare(oracle, trial);
}
process.exitCode = differences === 0 ? 0 : 1;

function compare(oracle: Oracle, { kind, make }: Trial): void {
  const cases = Array.from({ length: Number(values.cases) }, make);
  const answers = oracle.answer(cases.map(({ question }) => question));
  if (answers.length !== cases.length)
    throw new Error(`${oracle.name} gave ${answers.length} answers to ${cases.length}`);
  const wrong = cases.flatMap(({ question, ours }, at) =>
    ours === answers[at] || answers[at] === undefinedAnswer
      ? []
      : [`  ${JSON.stringify(question.slice(1))}: ours ${ours}, ${oracle.name} ${answers[at]}`],
  );
  const kinds = new Map<string, number>();
  for (const answer of answers) kinds.set(kindOf(answer), (kinds.get(kindOf(answer)) ?? 0) + 1);
  const told = [...kinds].map(([answer, count]) => `${count} ${answer}`).join(", ");
  console.log(`  ${kind}: ${cases.length} cases (${told}), ${wrong.length} differences`);
  for (const example of wrong.slice(0, maxExamples)) console.log(example);
  differences += wrong.length;
}

/** Answers that are versions themselves are one kind. */
function kindOf(answer: string): string {
  return /^(?:true|false|invalid|undefined|-?[01])$/.test(answer) ? answer : "versions";
}
