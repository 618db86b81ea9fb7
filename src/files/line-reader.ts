import type { FileSystem } from "./file-system.ts";
import { decode } from "./source-text.ts";

/** Single lines of files, for code frames. Remembers the file it was last asked for: findings come file by file. */
export class LineReader {
  readonly #fileSystem: FileSystem;
  readonly #sizeLimit: number;
  #file: string | undefined;
  #lines: readonly string[] = [];

  constructor(fileSystem: FileSystem, sizeLimit: number) {
    this.#fileSystem = fileSystem;
    this.#sizeLimit = sizeLimit;
  }

  /** A 1-based line without its end; undefined when the file cannot be read or has no such line. */
  line(file: string, line: number): string | undefined {
    if (file !== this.#file) {
      this.#file = file;
      this.#lines = this.#read(file);
    }
    return this.#lines[line - 1];
  }

  #read(file: string): readonly string[] {
    try {
      return decode(file, this.#fileSystem.read(file, this.#sizeLimit)).text.split(/\r\n|\n|\r/);
    } catch {
      return []; // The run has said already that it could not be read.
    }
  }
}
