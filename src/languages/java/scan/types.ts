import { declaredName } from "../facts/found.ts";
import { type Bracket, bracket, type Brackets } from "./brackets.ts";

/** The types that a file declares, and the bodies that are still to open. */
export class DeclaredTypes {
  readonly names: string[] = [];
  readonly #brackets: Brackets;
  /** At this depth of brackets the next brace opens a type's body; -1 when none is awaited. */
  #depth = -1;
  #body: Bracket = bracket.typeBody;
  #type: string | undefined;

  constructor(brackets: Brackets) {
    this.#brackets = brackets;
  }

  /** After the name of a type. A type in a method or a block is local: nobody else can name it. */
  declare(name: string, body: Bracket): void {
    const type = declaredName(this.#brackets.scope, name);
    if (type !== undefined) this.names.push(type);
    this.#depth = this.#brackets.depth;
    this.#body = body;
    this.#type = type;
  }

  /** At a brace: whether it opened the awaited body. */
  open(at: number): boolean {
    if (this.#depth !== this.#brackets.depth) return false;
    this.#depth = -1;
    this.#brackets.open(this.#body, at, this.#type);
    return true;
  }

  /** At a semicolon or a closing bracket: whether a type was declared there that has no body. */
  giveUp(): boolean {
    if (this.#depth < this.#brackets.depth) return false;
    this.#depth = -1;
    return true;
  }
}
