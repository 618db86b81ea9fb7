import { expect, test } from "vitest";
import { drawOutline } from "./drawn-outline.ts";

test.each([
  ["nothing", "", []],
  [
    "every kind of type",
    `package library

@SerialVersionUID(1L) final case class Book(title: String) extends Item with Ordered[Book] {
  class Page; object Cover
}
object Book { def apply() = 1 }
sealed trait Item
case object Lost extends Item
private[library] abstract class Shelf[+T <: Item](@transient val room: Int = { 1 })(implicit x: Int)
  extends Place {
}
enum Genre { case Novel, Poem }`,
    ["library", "type Book", "type Book$", "type Item", "type Lost", "type Lost$", "type Shelf", "type Genre"],
  ],
  [
    "imports",
    `package library
import library.lending.Loan
import library.shelf._, library.desk.{Bell, Lamp => Light, Dust => _,
  given, Pen as Quill}
import library.hall.*
import library.door.Key as Opener
import _root_.java.util.List
class Reader { import library.no.No }`,
    [
      "library",
      "import library.lending.Loan 2:8",
      "on-demand library.shelf 3:8",
      "import library.desk.Bell 3:39",
      "import library.desk.Lamp 3:45",
      "import library.desk.Dust 3:60",
      "on-demand library.desk 4:3",
      "import library.desk.Pen 4:10",
      "on-demand library.hall 5:8",
      "import library.door.Key 6:8",
      "import _root_.java.util.List 7:8",
      "type Reader",
    ],
  ],
  [
    "package clauses after each other",
    "package library\npackage lending\nclass Loan\npackage late\nclass Fine",
    ["library.lending", "type Loan", "type late.Fine"],
  ],
  [
    "packages within each other",
    `package library {
  class Hall
  package shelf { class Board; object Nail }
  class Door
}
package garden { trait Tree }`,
    [
      "type library.Hall",
      "type library.shelf.Board",
      "type library.shelf.Nail",
      "type library.shelf.Nail$",
      "type library.Door",
      "type garden.Tree",
    ],
  ],
  [
    "a package's object",
    "package library\npackage object shelf extends Boards { type Row = Int; class No }\nclass Yes",
    ["library", "type Yes", "member shelf"],
  ],
  [
    "Scala 3 by indentation",
    `package library:
  class Hall:
    class Inner
    object Deep:
      val x = 1
  object Door:
    def open() =
      class Local
      1
  end Door
package garden:
  trait Tree
class Outside:
  trait Inner`,
    ["type library.Hall", "type library.Door", "type library.Door$", "type garden.Tree", "type Outside"],
  ],
  [
    "Scala 3 definitions outside of classes",
    "package library\ndef open(): Unit = ()\nval limit = 3\ntype Row = Int\ngiven byTitle: Ordering[Book] with\n  class No\ngiven Ordering[Loan] = ???",
    ["library", "type Catalog$package", "member open", "member limit", "member Row", "member byTitle"],
  ],
  [
    "end markers of what has no name, or a word for one",
    `package library
val limit =
  3
end val

class Book
given Ordering[Book] with
  class No
end given
object Desk:
  val bell = 1
end Desk
trait Item
end
class Shelf
end = 1; class Row`,
    [
      "library",
      "type Catalog$package",
      "type Book",
      "type Desk",
      "type Desk$",
      "type Item",
      "type Shelf",
      "type Row",
      "member limit",
    ],
  ],
  [
    "brackets in literals and comments",
    `class Odd {
  /* { /* { */ */
  val a = "}" + s"{\${ list.map { x => s"}\${x}" } }" + """ } \\""" + '{' + '\\'' + 'symbol
  val b = raw"\${ "}" } {" + f"$"{$"" + s""" \${ '}' } { """"
  val \`type {\` = '{'
  // {
}
class Next`,
    ["type Odd", "type Next"],
  ],
])("%s", (_, text, expected) => {
  expect(drawOutline("src/Catalog.scala", text)).toEqual(expected);
});
