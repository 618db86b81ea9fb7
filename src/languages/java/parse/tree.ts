/**
 * Facts from a tree without errors, in one walk by cursor: no recursion, and no node objects (each costs microseconds).
 *
 * The walk goes over the leaves in order. Dots join identifiers to chains; the node above an identifier says its role.
 */
import type { SyntaxNode } from "../../../syntax/syntax.ts";
import { type Found, type FoundImport, type FoundReference, importKind } from "../facts/found.ts";
import { type FoundLoad, mayLoad } from "../facts/loads.ts";
import { isCapital, squeeze } from "../facts/names.ts";
import { type Access, TypeTable } from "../facts/type-table.ts";

/** What an identifier is to the node above it. */
type Role = "use" | "method" | "declared" | "no reference";

const typeDeclarations: ReadonlySet<string> = new Set([
  "class_declaration",
  "interface_declaration",
  "enum_declaration",
  "record_declaration",
  "annotation_type_declaration",
]);

const typeBodies: ReadonlySet<string> = new Set([
  "class_body",
  "interface_body",
  "enum_body",
  "enum_body_declarations",
  "annotation_type_body",
]);

/** The leaves a declared name may follow directly: its type ends there. After `>` and `,` tier one cannot tell. */
const typeEnds: ReadonlySet<string> = new Set(["identifier", "type_identifier", "]", "..."]);

/** One node that the walk is inside of. */
interface Level {
  readonly type: string;
  /** Where a type declared here belongs: `""` for the file, `Outer` for a member; undefined in a method or a block. */
  scope: string | undefined;
  /** Of a declaration of a type. */
  access: Access;
  /** After the name of a type declared here, or after `new`. */
  end: number;
}

interface Chain {
  readonly start: number;
  end: number;
  parts: number;
  capital: boolean;
  readonly role: Role;
}

/** Undefined when the grammar took a keyword for a type, and so misread the file without an error. */
export function readTree(root: SyntaxNode, text: string): Found | undefined {
  return new TreeReader(text).read(root);
}

class TreeReader {
  readonly #text: string;
  readonly #imports: FoundImport[] = [];
  readonly #references = new Map<string, FoundReference>();
  readonly #types: TypeTable;
  readonly #levels: Level[] = [];
  #package = "";
  #misread = false;
  /** The parts of the import declaration that the walk is in. */
  #import = { start: -1, end: -1, isStatic: false, onDemand: false };
  #chain: Chain | undefined;
  readonly #loads: FoundLoad[] = [];
  /** The type of the last leaf that is no comment, and where it stands if it is no identifier. */
  #previous = "";
  #previousStart = 0;

  constructor(text: string) {
    this.#text = text;
    this.#types = new TypeTable(text);
  }

  read(root: SyntaxNode): Found | undefined {
    const cursor = root.walk();
    const levels = this.#levels;
    levels.push({ type: cursor.nodeType, scope: "", access: "none", end: 0 });
    let inside = cursor.gotoFirstChild();
    while (inside) {
      const type = cursor.nodeType;
      const wanted = this.#visit(type, cursor);
      if (wanted && cursor.gotoFirstChild()) {
        levels.push({ type, scope: scopeWithin(type, levels.at(-1)?.scope), access: "none", end: 0 });
        continue;
      }
      if (wanted) this.#token(type, cursor.startIndex);
      while (inside && !cursor.gotoNextSibling()) {
        if (levels.pop()?.type === "import_declaration") this.#endImport();
        inside = levels.length > 0 && cursor.gotoParent();
      }
    }
    this.#endChain();
    if (this.#misread) return undefined;
    return {
      package: this.#package,
      imports: this.#imports,
      references: [...this.#references.values()],
      types: this.#types,
      loads: this.#loads,
    };
  }

  /** Reads a node that needs no look inside; says whether it is another one. */
  #visit(type: string, cursor: Cursor): boolean {
    if (type === "line_comment" || type === "block_comment") return false;
    const level = this.#levels.at(-1);
    const above = level?.type ?? "";
    if (above === "import_declaration") {
      this.#importPart(type, cursor);
      return false;
    }
    if (above === "package_declaration" && (type === "identifier" || type === "scoped_identifier")) {
      this.#package = squeeze(this.#text, cursor.startIndex, cursor.endIndex);
      return false;
    }
    if (level !== undefined) this.#typePart(type, level, cursor);
    if (type === "string_literal" || type === "character_literal") {
      this.#readArgument(cursor.startIndex);
      this.#token(type, cursor.startIndex);
      return false;
    }
    if (type !== "identifier" && type !== "type_identifier") return true;
    // `@Open @Sealed package shop;` is read as a variable of the type `package`.
    if (type === "type_identifier" && this.#text.startsWith("package", cursor.startIndex)) {
      this.#misread ||= cursor.endIndex - cursor.startIndex === 7;
    }
    const field = cursor.currentFieldName;
    if (field === "name" && level !== undefined && typeDeclarations.has(above)) this.#declare(level, cursor);
    this.#identifier(roleOf(above, field, type), cursor);
    return false;
  }

  #importPart(type: string, cursor: Cursor): void {
    if (type === "static") this.#import.isStatic = true;
    else if (type === "asterisk") this.#import.onDemand = true;
    else if (type === "identifier" || type === "scoped_identifier") {
      this.#import.start = cursor.startIndex;
      this.#import.end = cursor.endIndex;
    }
  }

  #endImport(): void {
    const { start, end } = this.#import;
    if (start >= 0) {
      this.#imports.push({ kind: importKind(this.#import), specifier: squeeze(this.#text, start, end), start, end });
    }
    this.#import = { start: -1, end: -1, isStatic: false, onDemand: false };
  }

  /** What the declaration of a type has beside its name: an access modifier, a body. */
  #typePart(type: string, level: Level, cursor: Cursor): void {
    const above = level.type;
    if (above === "modifiers") {
      const declaration = this.#levels.at(-2);
      if (declaration === undefined) return;
      if (type === "private") declaration.access = "private";
      else if (type === "public" || type === "protected") declaration.access = "open";
    } else if (above === "object_creation_expression") {
      if (type === "new") level.end = cursor.endIndex;
      else if (type === "class_body") this.#types.readCreation(level.end, cursor.startIndex);
    } else if (typeBodies.has(type) && typeDeclarations.has(above)) {
      this.#types.readHeader(level.scope, level.end, cursor.startIndex);
    }
  }

  #declare(level: Level, cursor: Cursor): void {
    const name = this.#text.slice(cursor.startIndex, cursor.endIndex);
    const isInterface = level.type === "interface_declaration" || level.type === "annotation_type_declaration";
    level.scope = this.#types.declare(level.scope, name, { isInterface, access: level.access });
    level.end = cursor.endIndex;
  }

  #identifier(role: Role, cursor: Cursor): void {
    const joins = this.#previous === ".";
    const follows = this.#previous;
    this.#previous = "identifier";
    if (role === "method") {
      this.#endChain();
      return;
    }
    const start = cursor.startIndex;
    const end = cursor.endIndex;
    // The grammar takes the keyword of `Shop.super::open` for an identifier.
    if (joins && end - start === 5 && this.#text.startsWith("super", start)) {
      this.#endChain();
      this.#previous = "super";
      return;
    }
    const capital = isCapital(this.#text, start, end);
    if (joins) {
      // Without a chain before the dot it is a member of some expression.
      if (this.#chain === undefined) return;
      this.#chain.end = end;
      this.#chain.parts++;
      this.#chain.capital ||= capital;
      return;
    }
    this.#endChain();
    if (role === "no reference" || follows === "::") return;
    const told = role === "declared" && (typeEnds.has(follows) || /^[a-z]/.test(follows));
    this.#chain = { start, end, parts: 1, capital, role: told ? "declared" : "use" };
  }

  /** A leaf that is no identifier. */
  #token(type: string, start: number): void {
    if (type !== "." || this.#previous !== "identifier") this.#endChain();
    this.#previous = type;
    this.#previousStart = start;
  }

  /** At a literal. */
  #readArgument(start: number): void {
    if (this.#previous !== "(" || this.#text.charCodeAt(start) !== 34) return;
    const parenthesis = this.#previousStart;
    if (mayLoad(this.#text, parenthesis)) this.#loads.push({ parenthesis, start });
  }

  #endChain(): void {
    const chain = this.#chain;
    this.#chain = undefined;
    if (chain === undefined || !chain.capital || (chain.role === "declared" && chain.parts === 1)) return;
    const name = squeeze(this.#text, chain.start, chain.end);
    if (!this.#references.has(name)) this.#references.set(name, { name, start: chain.start });
  }
}

type Cursor = ReturnType<SyntaxNode["walk"]>;

/** Where a type declared right below a node belongs. A type's own name is added when it is read. */
function scopeWithin(type: string, scope: string | undefined): string | undefined {
  return typeDeclarations.has(type) || typeBodies.has(type) ? scope : undefined;
}

function roleOf(above: string, field: string, type: string): Role {
  switch (above) {
    case "class_declaration":
    case "interface_declaration":
    case "enum_declaration":
    case "record_declaration":
    case "annotation_type_declaration":
      return field === "name" ? "no reference" : "use";
    case "method_invocation":
      return field === "name" ? "method" : "use";
    case "method_declaration":
    case "constructor_declaration":
    case "annotation_type_element_declaration":
      return field === "name" ? "method" : "use";
    case "enum_constant":
    case "labeled_statement":
    case "break_statement":
    case "continue_statement":
      return "no reference";
    case "variable_declarator":
    case "formal_parameter":
    case "catch_formal_parameter":
    case "resource":
    case "enhanced_for_statement":
    case "instanceof_expression":
      return field === "name" ? "declared" : "use";
    case "type_pattern":
    case "record_pattern_component":
    case "receiver_parameter":
      return type === "identifier" ? "declared" : "use";
    default:
      return "use";
  }
}
