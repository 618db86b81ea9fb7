import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { type FileResult, Pool, type PoolOptions } from "../src/pool.ts";

const root = mkdtempSync(join(tmpdir(), "depbraid-pool-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const paths = Array.from({ length: 200 }, (_, at) => `shelf${at}.py`);
for (const path of paths) writeFileSync(join(root, path), `import json  # ${path}\n`);

const options = (more: Partial<PoolOptions> = {}): PoolOptions => ({
  jobs: 2,
  precise: false,
  sizeLimit: 1000,
  signal: undefined,
  onProgress: () => undefined,
  ...more,
});

function extractAll(from: string, files: readonly string[], more: PoolOptions): Promise<readonly FileResult[]> {
  const pool = new Pool(from, more);
  for (const _ of files) pool.expect();
  return pool.extract(files);
}

test("threads give every file once, in the order asked, and tell how far they are", async () => {
  const done: number[] = [];
  const results = await extractAll(root, paths, options({ onProgress: (count) => done.push(count) }));
  expect(results.map((result) => result.path)).toEqual(paths);
  expect(results.every(({ facts, bytes }) => facts.imports.length === 1 && bytes > 0)).toBe(true);
  expect(done.at(-1)).toBe(200);
  expect(done.toSorted((a, b) => a - b)).toEqual(done);
});

test("what a thread could not read is a diagnostic of its file", async () => {
  const [gone, big] = await extractAll(root, ["gone.py", "shelf0.py"], options({ sizeLimit: 3 }));
  expect(gone?.facts.diagnostics.map(({ code, file }) => `${code} ${file}`)).toEqual(["unreadable gone.py"]);
  expect(big?.facts.diagnostics.map(({ code, file }) => `${code} ${file}`)).toEqual(["size shelf0.py"]);
});

test("an abort stops the threads with its reason", async () => {
  const controller = new AbortController();
  const running = extractAll(root, paths, options({ signal: controller.signal }));
  controller.abort(new Error("closing time"));
  await expect(running).rejects.toThrow("closing time");
});

test("a directory that is not there ends the run with an error, not in silence", async () => {
  await expect(extractAll(join(root, "nowhere"), paths, options())).rejects.toThrow(/ENOENT/);
});
