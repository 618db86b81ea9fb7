import type { Access, TypeTable } from "../facts/type-table.ts";
import { type Bracket, bracket, type Brackets } from "./brackets.ts";

/** The types that a file declares, and the bodies that are still to open. */
export class DeclaredTypes {
  readonly table: TypeTable;
  readonly #brackets: Brackets;
  /** At this depth of brackets the next brace opens a type's body; -1 when none is awaited. */
  #depth = -1;
  #body: Bracket = bracket.typeBody;
  #type: string | undefined;
  #nameEnd = 0;
  #access: Access = "none";
  /** At this depth of brackets the access modifier stands. */
  #accessDepth = -1;

  constructor(brackets: Brackets, table: TypeTable) {
    this.#brackets = brackets;
    this.table = table;
  }

  /** At `public`, `protected` or `private`. */
  modify(access: Access): void {
    this.#access = access;
    this.#accessDepth = this.#brackets.depth;
  }

  /** After the name of a type. A type in a method or a block is local: nobody else can name it. */
  declare(name: string, nameEnd: number, { body, isInterface }: { body: Bracket; isInterface: boolean }): void {
    const { depth, scope } = this.#brackets;
    const access = this.#accessDepth === depth ? this.#access : "none";
    this.#type = this.table.declare(scope, name, { isInterface, access });
    this.#depth = depth;
    this.#body = body;
    this.#nameEnd = nameEnd;
  }

  /** At a brace: whether it opened the awaited body. */
  open(at: number): boolean {
    const { depth } = this.#brackets;
    if (this.#accessDepth === depth) this.#accessDepth = -1;
    this.#brackets.forgetCreation();
    if (this.#depth !== depth) return false;
    this.#depth = -1;
    this.table.readHeader(this.#type, this.#nameEnd, at);
    this.#brackets.open(this.#body, at, this.#type);
    return true;
  }

  /** At a semicolon or a closing bracket: whether a type was declared there that has no body. */
  giveUp(): boolean {
    this.#brackets.forgetCreation();
    if (this.#accessDepth >= this.#brackets.depth) this.#accessDepth = -1;
    if (this.#depth < this.#brackets.depth) return false;
    this.#depth = -1;
    return true;
  }
}
