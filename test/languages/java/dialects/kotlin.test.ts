import { expect, test } from "vitest";
import { drawOutline } from "./drawn-outline.ts";

test.each([
  ["nothing", "", []],
  ["a package and a class", "package bank.desk\n\nclass Till", ["bank.desk", "type Till"]],
  ["names in backticks", "package bank.`in`\nclass `Till`", ["bank.in", "type Till"]],
  [
    "every kind of type",
    `@Fresh data class Coin(val value: Int)
sealed interface Account
fun interface Visitor { fun visit() }
object Ledger { object Inner }
enum class Side { LEFT, RIGHT { override fun x() {} }; class Inner }
annotation class Fresh
@JvmInline value class Cents(val count: Long)
internal abstract class Vault<T : Any>(private val lock: () -> Unit = {}) : Room<T>(), Runnable by object : Runnable { class No } {
  class Shelf { companion object Key }
}`,
    ["type Coin", "type Account", "type Visitor", "type Ledger", "type Side", "type Fresh", "type Cents", "type Vault"],
  ],
  [
    "imports",
    "package bank\nimport bank.desk.Till\nimport bank.desk.open as start; import bank.vault.*\nimport java.util.`in`.List\nclass Bank",
    [
      "bank",
      "import bank.desk.Till 2:8",
      "import bank.desk.open 3:8",
      "on-demand bank.vault 3:40",
      "import java.util.in.List 4:8",
      "type Bank",
    ],
  ],
  [
    "functions and properties, with the class that Java sees them in",
    `fun open() = 1
fun <T : Comparable<T>> List<T>.best(): T? = null
fun Till?.close() {}
fun (() -> Unit).repeat(times: Int) {}
suspend inline fun <reified T> Map<String, List<T>>.pick(name: String) { fun inner() {} }
val size get() = 1
private var Till.count: Int
  get() = 0
  set(value) {}
const val LIMIT = 5
val keeper by lazy { object : Keeper { fun keep() {} } }
typealias Tills = List<Till>`,
    [
      "type Bank_deskKt",
      "member open",
      "member best",
      "member close",
      "member repeat",
      "member pick",
      "member size",
      "member count",
      "member LIMIT",
      "member keeper",
      "member Tills",
    ],
  ],
  [
    "a class for them that is called otherwise",
    '@file:Suppress("x") // first\n@file:JvmName("Desks")\npackage bank\nfun open() {}',
    ["bank", "type Desks", "member open"],
  ],
  [
    "the same among other annotations",
    '@file:[JvmMultifileClass JvmName("Desks")]\nval limit = 1',
    ["type Desks", "member limit"],
  ],
  ["an alias alone makes no class", "typealias Tills = List<Till>", ["member Tills"]],
  [
    "what another file has to provide",
    "expect class Vault {\n fun open()\n}\nexpect fun lock()\nactual class Door\nexpect\nvalue class Key(val x: Int)",
    ["type Door"],
  ],
  [
    "brackets in literals and comments",
    `/* a { /* nested { */ class No */
val a = "}\${ if (x) "{\${ '}' }" else "\\"}" }{"
val b = """ } \${ "{" + '{' } { """"
val c = $$"""{ "class": "$\${ listOf("}") }" \${ """
val d = '{'
val e = '\\''
val f = '\\u007B'
// class No {
class Yes`,
    ["type Bank_deskKt", "type Yes", "member a", "member b", "member c", "member d", "member e", "member f"],
  ],
  [
    "expressions that look like declarations",
    `val a = Till::class
val b = object : Till() {}
val c =
  fun(x: Int): Int { return x }
val d = listOf<Till>()
  .map { object { } }
class Yes`,
    ["type Bank_deskKt", "type Yes", "member a", "member b", "member c", "member d"],
  ],
  [
    "context parameters and several lines",
    "context(log: Log)\nfun note(\n  text: String,\n) {}\nclass\n  Till\n  : Desk()\nclass Next",
    ["type Bank_deskKt", "type Till", "type Next", "member note"],
  ],
  ["line ends of every kind", "package bank\r\nclass A\r\nclass B\rclass C", ["bank", "type A", "type B", "type C"]],
])("%s", (_, text, expected) => {
  expect(drawOutline("src/bank-desk.kt", text)).toEqual(expected);
});

test.each([
  ["shop.kt", "ShopKt"],
  ["a/b/tea-shop.jvm.kt", "Tea_shop_jvmKt"],
  ["-Util.kt", "_UtilKt"],
  ["1st.kt", "_1stKt"],
])("the class of %s is %s", (path, name) => {
  expect(drawOutline(path, "val size = 1")).toContain(`type ${name}`);
});
