import { describe, expect, it } from "vitest";
import { drawProjects } from "../drawn.ts";

/** What one statement of a dependencies block asks for, after these lines. */
function asked(script: "build.gradle" | "build.gradle.kts", statement: string, before = ""): readonly string[] {
  const { projects, diagnostics } = drawProjects({
    [script]: `${before}\ndependencies {\n${statement}\n}`,
    "gradle.properties": "tea=9.1\n",
    "settings.gradle": "rootProject.name = 'weather'",
  });
  const lines = projects.split("\n").slice(1);
  return [
    ...lines.map((line) => line.replace(/^ +\S+ /, "").replace(/ (?:observable )?<- .*$| observable$/, "")),
    ...diagnostics.map((each) => each.replace(/^\S+ /, "")),
  ];
}

describe("Groovy", () => {
  it.each([
    ["api 'w:rain:1'", ["w/rain 1 runtime in api"]],
    [
      "implementation(['w:rain:1', 'w:hail:2'])",
      ["w/rain 1 runtime in implementation", "w/hail 2 runtime in implementation"],
    ],
    [
      "implementation([group: 'w', name: 'rain', version: '1'], [group: 'w', name: 'hail', version: '2'])",
      ["w/rain 1 runtime in implementation", "w/hail 2 runtime in implementation"],
    ],
    [
      "implementation group: 'w', name: 'rain', version: '1', classifier: 'x'",
      ["w/rain 1 runtime classifier x in implementation"],
    ],
    ["add('testImplementation', 'w:rain:1')", ["w/rain 1 test in testImplementation"]],
    [
      "implementation('w:rain') { version { strictly '[1,2['; reject '1.4', '1.5' } }",
      ["w/rain {strictly [1,2[; reject 1.4 & 1.5} runtime in implementation"],
    ],
    [
      "implementation(group: 'w', name: 'rain') { version { prefer '1' } }",
      ["w/rain {prefer 1} runtime in implementation"],
    ],
    ["implementation('w:rain:1') { because 'version { strictly 2 }' }", ["w/rain 1 runtime in implementation"]],
    ["implementation 'w:rain:1!!'", ["w/rain {strictly 1} runtime in implementation"]],
    ["implementation \"w:rain:${findProperty('tea') ?: '1'}\"", ["w/rain 9.1 runtime in implementation"]],
    ['implementation "w:rain:${property("tea")}"', ["w/rain 9.1 runtime in implementation"]],
    [
      "implementation deps.rain, deps.hail",
      ["w/rain 1 runtime in implementation", "w/hail 2 runtime in implementation"],
      "ext.deps = [rain: 'w:rain:1', hail: 'w:hail:2']",
    ],
    [
      "implementation rootProject.ext.deps.rain",
      ["w/rain 1 runtime in implementation"],
      "ext { deps = [rain: 'w:rain:1'] }",
    ],
    [
      "implementation deps.snow",
      ['"deps.snow" has no value that can be read here: it was left out'],
      "ext.deps = [rain: 'w:rain:1']",
    ],
    [
      "constraints { api('w:rain') { version { strictly '1'; prefer '2' } } }",
      ["w/rain {strictly 1; prefer 2} constraint in api"],
    ],
    ["implementation enforcedPlatform('w:bom:1')", ["w/bom 1 managed in implementation"]],
  ])("%s", (statement, expected, before = "") => {
    expect(asked("build.gradle", statement, before)).toEqual(expected);
  });
});

describe("Kotlin", () => {
  it.each([
    ['api("w:rain:1")', ["w/rain 1 runtime in api"]],
    ['add("api", "w:rain:1")', ["w/rain 1 runtime in api"]],
    ['"api"("w:rain:1")', ["w/rain 1 runtime in api"]],
    ['api("w", "rain", "1")', ["w/rain 1 runtime in api"]],
    ['api(group = "w", name = "rain", version = "1")', ["w/rain 1 runtime in api"]],
    ["api(rain)", ["w/rain 1 runtime in api"], 'val rain = "w:rain:1"'],
    ['api("w:rain:$tea")', ["w/rain 9.1 runtime in api"], "val tea: String by project"],
    ['api("w:rain:$wet")', ["w/rain 7 runtime in api"], 'val wet by extra("7")'],
    ['api("w:rain:${property("wet.version")}")', ["w/rain 7 runtime in api"], 'extra["wet.version"] = "7"'],
    [
      'api("w:rain") { version { strictly("[1.7, 1.8["); prefer("1.7.25"); reject("1.7.3") } }',
      ["w/rain {strictly [1.7, 1.8[; prefer 1.7.25; reject 1.7.3} runtime in api"],
    ],
    [
      'api("w:rain") {\n version {\n  require(wet)\n  strictly("$wet")\n }\n}',
      ["w/rain {strictly 7} runtime in api"],
      'val wet = "7"',
    ],
    [
      'api("w:rain") { version { strictly("$gone") } }',
      ["w/rain * runtime in api", "$gone has no value that can be read here: the version of rain is unknown"],
    ],
    ["api(computed())", ['"computed(...)" is not read: what it gives was left out']],
  ])("%s", (statement, expected, before = "") => {
    expect(asked("build.gradle.kts", statement, before)).toEqual(expected);
  });
});
