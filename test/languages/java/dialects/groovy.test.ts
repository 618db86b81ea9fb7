import { expect, test } from "vitest";
import { drawOutline } from "./drawn-outline.ts";

test.each([
  ["nothing", "", []],
  [
    "every kind of type",
    `package weather
@CompileStatic
class Station extends Place implements Runnable, Comparable<Station> {
  class Inner { }
}
interface Sensor { }
trait Windy { }
abstract sealed class Cloud
  implements Sensor
{ }
non-sealed class Cirrus extends Cloud { }
enum Season { SPRING, FALL { void x() { } } }
@interface Dry { String value() default "" }
record Point(int x, int y) { }`,
    [
      "weather",
      "type Station",
      "type Sensor",
      "type Windy",
      "type Cloud",
      "type Cirrus",
      "type Season",
      "type Dry",
      "type Point",
    ],
  ],
  [
    "imports",
    `package weather;
@Grab('org:rain:1.0')
import weather.rain.Gauge
import weather.rain.Drop as Bead; import weather.snow.*
import static weather.Units.celsius
import static weather.Units.kelvin as k
import static weather.Limits.*
class Station { }`,
    [
      "weather",
      "import weather.rain.Gauge 3:8",
      "import weather.rain.Drop 4:8",
      "on-demand weather.snow 4:42",
      "static weather.Units.celsius 5:15",
      "static weather.Units.kelvin 6:15",
      "static-on-demand weather.Limits 7:15",
      "type Station",
    ],
  ],
  [
    "a script",
    '#!/usr/bin/env groovy\nimport weather.Station\ndef station = new Station()\nprintln "it is ${station.call { it }}"',
    ["import weather.Station 2:8", "type daily_report"],
  ],
  ["a script with a type", "class Sum { }\nnew Sum().add(1)", ["type Sum", "type daily_report"]],
  ["a script of one method", "void report() { class No { } }", ["type daily_report"]],
  [
    "brackets in literals and comments",
    `class Odd {
  def a = '}' + "{\${ list.collect { "}\${it}" } }" + '''
  } class No { ''' + """ \${ '}' } { """
  def b = /} \\/ { class/
  def c = [/}/, 4 / 2, /{/]
  def d = list.size() / 2 + count / 3
  def e = $/ } $/ $$ /$
  def f = { x -> /{/ }
  def g() { return /}/ }
  /* { /* */
  // {
  def "a { feature"() { }
}
class Next { }`,
    ["type Odd", "type Next"],
  ],
  [
    "a slash that no other one follows",
    "class Half {\n def x = y ? / 2\n}\nclass Next { }",
    ["type Half", "type Next"],
  ],
])("%s", (_, text, expected) => {
  expect(drawOutline("jobs/daily_report.groovy", text)).toEqual(expected);
});

test("a script whose name is no name of a class has none", () => {
  expect(drawOutline("jobs/daily-report.groovy", "println 1")).toEqual([]);
});
