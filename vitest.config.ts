import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Native parsers are loaded once a process: threads would load them again for every file of tests.
    pool: "forks",
    testTimeout: 60_000,
  },
});
