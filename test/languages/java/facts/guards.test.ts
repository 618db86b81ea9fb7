import { describe, expect, test } from "vitest";
import { guardedStretches } from "../../../../src/languages/java/facts/guards.ts";

/** Guarded blocks are between angle quotes in what is expected. */
function marked(text: string): string {
  let shown = text;
  for (const { start, end } of guardedStretches(text).toReversed()) {
    shown = `${shown.slice(0, start)}«${shown.slice(start + 1, end)}»${shown.slice(end + 1)}`;
  }
  return shown;
}

describe("blocks that may fail to load what they name", () => {
  test.each([
    "try «load();» catch (ClassNotFoundException e) { }",
    "try «load();» catch (final java.lang.ClassNotFoundException | Shut e) { log(); }",
    "try «load();» catch (Shut e) { throw e; } catch (Throwable e) { } finally { close(); }",
    "try { load(); } catch (ClassNotFoundException e) { throw new Shut(e); }",
    "try { load(); } catch (ClassNotFoundException e) { if (strict) { throw new Shut(e); } }",
    "try { load(); } catch (Shut e) { }",
    "try { load(); } finally { close(); }",
    "try (Door door = open(() -> { return 1; })) «load();» catch (Exception e) { }",
    "try «try { load(); } finally { } { }» catch (LinkageError e) { }",
    "try «load(\"}\", '}'); /* } */» catch (UnsatisfiedLinkError e) { // }\n}",
    "try { } catch (Shut e) { try «load();» catch (Exception f) { } } catch (Lost e) { }",
    "try «load();» catch (Exception e) { try { } catch (Shut f) { } }",
    "} try «load();» catch (Exception e) { } }",
    "try { load(); } catch (Exception e) {",
    "catch (Exception e) { } try { ",
  ])("%s", (expected) => {
    expect(marked(expected.replace("«", "{").replace("»", "}"))).toBe(expected);
  });
});
