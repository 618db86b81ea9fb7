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
    "try { load(); } catch (ClassNotFoundException e) { for (;;) { throw new Shut(e); } }",
    "try { load(); } catch (Exception e) { switch (mode) { case STRICT -> throw new Shut(e); default -> { } } }",
    "try { load(); } catch (Exception e) { switch (mode) { case STRICT -> { throw new Shut(e); } default -> { } } }",
    "try { load(); } catch (Exception e) { switch (e) { case Shut s when (a ? b : c) -> { throw s; } } }",
    "try «load();» catch (ClassNotFoundException e) { later(() -> { throw new Shut(e); }); }",
    "try «load();» catch (Exception e) { later(x -> { if (x) { throw new Shut(e); } }); }",
    "try «load();» catch (Exception e) { later(new Door() { void open() { throw new Shut(); } }); }",
    "try «load();» catch (Exception e) { class Gate extends Door<Bolt> { void open() { throw new Shut(); } } }",
    "try «load();» catch (Exception e) { record Key(int teeth) { Key { throw new Shut(); } } }",
    "try { load(); } catch (Exception e) { Class<?> type = Door.class; if (type != null) { throw new Shut(); } }",
    "try { load(); } catch (Exception e) { int[] teeth = new int[] { 1 }; { throw new Shut(); } }",
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

test("braces within braces cost bounded time", () => {
  const before = process.cpuUsage();
  guardedStretches(`{${"{".repeat(25_000)}${"throw ".repeat(25_000)}`);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1e6).toBeLessThan(2);
});
