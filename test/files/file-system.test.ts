import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { diskFileSystem, FileTooLarge, UnreadableFile } from "../../src/files/file-system.ts";

const root = mkdtempSync(join(tmpdir(), "depbraid-read-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** What a fresh reader keeps room for. */
const room = 256 * 1024;

test.each([0, 1, room - 1, room, room + 1, 3 * room])(
  "a ledger of %d bytes is read whole, and after another",
  (size) => {
    const ledger = Buffer.alloc(size, "0123456789");
    writeFileSync(join(root, "ledger.csv"), ledger);
    writeFileSync(join(root, "note.txt"), "paid");
    const fileSystem = diskFileSystem(root);
    expect(Buffer.compare(fileSystem.read("ledger.csv", size), ledger)).toBe(0);
    expect(Buffer.from(fileSystem.read("note.txt", 4)).toString()).toBe("paid");
    expect(Buffer.compare(fileSystem.read("ledger.csv", size), ledger)).toBe(0);
  },
);

test.each([2, room, 3 * room])("a ledger of %d bytes is over a limit of one byte less", (size) => {
  writeFileSync(join(root, "ledger.csv"), Buffer.alloc(size));
  const read = (): unknown => diskFileSystem(root).read("ledger.csv", size - 1);
  expect(read).toThrow(FileTooLarge);
  expect(read).toThrow(`${size} bytes`);
});

test.each([
  ["gone.csv", "it is gone or leads nowhere"],
  ["", "it is a directory"],
])("what is no file is told in plain words: %j", (path, message) => {
  const read = (): unknown => diskFileSystem(root).read(path, room);
  expect(read).toThrow(UnreadableFile);
  expect(read).toThrow(message);
});
