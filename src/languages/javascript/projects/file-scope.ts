/** What a file is for, by its place and name. */

const testDirectory =
  /(^|\/)(__tests__|__mocks__|__fixtures__|tests?|specs?|e2e|cypress|playwright|testing|test-utils|fixtures|stories)\//;
const testName =
  /[.\-_](test|tests|spec|specs|e2e|cy|stories|story|bench)\.[cm]?[jt]sx?$|(^|\/)tests?([-_.][^/]*)?\.[cm]?[jt]sx?$/;
/** `.eslintrc.js`, `babel.config.js`, `proxy.conf.js`, and the tools that have names of their own. */
const toolName =
  /(^|\/)(\.[^/]*|[^/]+\.conf(ig)?(\.[^/]*)?|gulpfile[^/]*|[Gg]runtfile|webpack[.-][^/]*|karma[.-][^/]*|setupTests|setupProxy|setup-jest)\.[cm]?[jt]sx?$/;
const toolDirectory =
  /(^|\/)(scripts?|tools?|tooling|build-tools|configs?|\.[^/]+|eslint-rules|examples?|benchmarks?|bench|docs?)\//;
/** Below these a directory called `config` or `tools` is part of what runs. */
const productDirectory = /(^|\/)(src|app|lib|server|client|pages|components)\//;

const exhibitDirectory = /(^|\/)(docs?|documentation|examples?|samples?|demos?)\//;

/** Whether a file is there to be read or tried out: a snippet of the documentation, an example. */
export function isExhibit(path: string): boolean {
  return exhibitDirectory.test(path);
}

/** Whether a file runs only while the package is made or tested: tests, configuration of tools, scripts. */
export function isTooling(path: string): boolean {
  if (testDirectory.test(path) || testName.test(path) || toolName.test(path)) return true;
  const product = productDirectory.exec(path);
  return toolDirectory.test(product === null ? path : path.slice(0, product.index + 1));
}
