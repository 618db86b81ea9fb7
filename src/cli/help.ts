export const help = `depbraid: one dependency graph for Java, Python and JavaScript/TypeScript, and the conflicts in it

Usage
  depbraid [check] [DIR]   analyse DIR (default .) and report conflicts
  depbraid graph [DIR]     print the graph
  depbraid why FROM TO [DIR]   the shortest paths between two nodes, with the place of every step
  depbraid affected [DIR] --since REV | --files a,b   what depends, over any language, on what changed
  depbraid init [DIR]      write a commented depbraid.config.json
  depbraid explain [CODE]  what a conflict means, why it breaks, how to mend it; without CODE, list them all

Options
  --format FORMAT     text (default), json, ndjson (not for why)
                      of check: sarif, github, markdown, junit, codeclimate
                      of graph: dot, mermaid, graphml
  --collapse WHAT     draw a graph's folders or projects instead of its files: folder, project
  --since REV         of check: only conflicts that were not there where HEAD left REV (a branch, a tag, a commit)
                      of affected: files that differ from there, committed or not
  --files PATHS       these files, counted from DIR, separated by commas; may be repeated
  --output FILE       write there instead of to standard output
  --fail-on SEVERITY  exit 1 when a conflict is at least this bad: error (default), warning, info, never
  --only CODES        report these codes only, separated by commas: import/undeclared, import/*
  --ignore CODES      leave these codes out
  --include GLOB      read only what matches, as in .gitignore; may be repeated
  --exclude GLOB      leave out what matches; may be repeated
  --config FILE       settings from here instead of depbraid.config.json, package.json or pyproject.toml
  --baseline FILE     report only what this file does not know
  --update-baseline   write what is there now to that file (depbraid.baseline.json when none is named)
  --precise           parse every file by its grammar instead of scanning it first
  --no-cache          read everything anew (nothing is kept between runs yet)
  --maven-profile IDS read Maven builds with these profiles: release,!slow
  --maven-property NAME=VALUE   with this user property; may be repeated
  --maven-system NAME=VALUE     on a machine with this property (java.version, os.name, env.CI); may be repeated
  --maven-repository DIR        with parents and BOMs of this local repository (~/.m2/repository)
  --jobs N            threads; default: one for each core, where there are enough files
  --quiet             no summary and no progress
  --verbose           infos and diagnostics too, and the stack of an internal error
  --no-color          no colours (also by NO_COLOR)
  -h, --help          this text
  -v, --version       the version

Exit codes
  0  no conflict at or over --fail-on    1  some; of why: there is no path
  2  usage error                         3  internal error
`;
