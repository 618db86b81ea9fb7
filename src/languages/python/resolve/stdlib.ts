/**
 * The modules of Python's standard library, by version.
 *
 * The names are those of `sys.stdlib_module_names` in CPython 3.11; what other versions add and remove is from the
 * "What's New" pages of 3.8 to 3.14.
 * @see https://docs.python.org/3/library/sys.html#sys.stdlib_module_names
 * @see https://docs.python.org/3/whatsnew/
 */
import { parseSpecifiers, type VersionRange, versionRange } from "../versions/specifiers.ts";
import { parseVersion } from "../versions/version.ts";

/** There in every version from 3.8 to 3.14. */
const always: ReadonlySet<string> = new Set(
  `
  __main__
  __future__ _abc _aix_support _ast _asyncio _bisect _blake2 _bootsubprocess _bz2 _codecs _codecs_cn _codecs_hk
  _codecs_iso2022 _codecs_jp _codecs_kr _codecs_tw _collections _collections_abc _compat_pickle _compression
  _contextvars _csv _ctypes _curses _curses_panel _datetime _dbm _decimal _elementtree _frozen_importlib
  _frozen_importlib_external _functools _gdbm _hashlib _heapq _imp _io _json _locale _lsprof _lzma _markupbase _md5
  _msi _multibytecodec _multiprocessing _opcode _operator _osx_support _overlapped _pickle _posixshmem
  _posixsubprocess _py_abc _pydecimal _pyio _queue _random _scproxy _sha1 _sha256 _sha3 _sha512 _signal
  _sitebuiltins _socket _sqlite3 _sre _ssl _stat _statistics _string _strptime _struct _symtable _thread
  _threading_local _tkinter _tokenize _tracemalloc _typing _uuid _warnings _weakref _weakrefset _winapi _zoneinfo
  abc antigravity argparse array ast asyncio atexit base64 bdb binascii bisect builtins bz2 cProfile calendar cmath
  cmd code codecs codeop collections colorsys compileall concurrent configparser contextlib contextvars copy copyreg
  csv ctypes curses dataclasses datetime dbm decimal difflib dis doctest email encodings ensurepip enum errno
  faulthandler fcntl filecmp fileinput fnmatch fractions ftplib functools gc genericpath getopt getpass gettext glob
  grp gzip hashlib heapq hmac html http idlelib imaplib importlib inspect io ipaddress itertools json keyword
  linecache locale logging lzma mailbox marshal math mimetypes mmap modulefinder msvcrt multiprocessing netrc nt
  ntpath nturl2path numbers opcode operator optparse os pathlib pdb pickle pickletools pkgutil platform plistlib
  poplib posix posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc pydoc_data pyexpat queue quopri
  random re readline reprlib resource rlcompleter runpy sched secrets select selectors shelve shlex shutil signal
  site smtplib socket socketserver sqlite3 sre_compile sre_constants sre_parse ssl stat statistics string stringprep
  struct subprocess symtable sys sysconfig syslog tabnanny tarfile tempfile termios textwrap this threading time
  timeit tkinter token tokenize trace traceback tracemalloc tty turtle turtledemo types typing unicodedata unittest
  urllib uuid venv warnings wave weakref webbrowser winreg winsound wsgiref xml xmlrpc zipapp zipfile zipimport zlib
  `
    .trim()
    .split(/\s+/),
);

/** Every type checker brings it with its stubs of the standard library; it is never there at run time. */
const typeshed = "_typeshed";

/** The first and the last minor version of Python 3 that has a module. */
const bounded: Readonly<Record<string, { readonly from?: number; readonly to?: number }>> = {
  // https://docs.python.org/3/whatsnew/3.9.html#new-modules
  graphlib: { from: 9 },
  zoneinfo: { from: 9 },
  // https://docs.python.org/3/whatsnew/3.11.html#new-modules
  tomllib: { from: 11 },
  // https://docs.python.org/3/whatsnew/3.14.html#new-modules
  annotationlib: { from: 14 },
  compression: { from: 14 },
  // https://docs.python.org/3/whatsnew/3.9.html#removed
  _dummy_thread: { to: 8 },
  dummy_threading: { to: 8 },
  // https://docs.python.org/3/whatsnew/3.10.html#removed
  formatter: { to: 9 },
  parser: { to: 9 },
  symbol: { to: 9 },
  // https://docs.python.org/3/whatsnew/3.11.html#removed
  binhex: { to: 10 },
  // https://docs.python.org/3/whatsnew/3.12.html#removed
  asynchat: { to: 11 },
  asyncore: { to: 11 },
  distutils: { to: 11 },
  imp: { to: 11 },
  smtpd: { to: 11 },
  // https://peps.python.org/pep-0594/
  _crypt: { to: 12 },
  aifc: { to: 12 },
  audioop: { to: 12 },
  cgi: { to: 12 },
  cgitb: { to: 12 },
  chunk: { to: 12 },
  crypt: { to: 12 },
  imghdr: { to: 12 },
  lib2to3: { to: 12 },
  mailcap: { to: 12 },
  msilib: { to: 12 },
  nis: { to: 12 },
  nntplib: { to: 12 },
  ossaudiodev: { to: 12 },
  pipes: { to: 12 },
  sndhdr: { to: 12 },
  spwd: { to: 12 },
  sunau: { to: 12 },
  telnetlib: { to: 12 },
  uu: { to: 12 },
  xdrlib: { to: 12 },
};

const oldest = 8;
const newest = 14;

/** Whether a top-level module is in the standard library of any Python that a project allows (`>=3.10`). */
export function isStandardModule(name: string, requiresPython: VersionRange | undefined): boolean {
  if (always.has(name) || name === typeshed) return true;
  const bounds = Object.hasOwn(bounded, name) ? bounded[name] : undefined;
  if (bounds === undefined) return false;
  if (requiresPython === undefined) return true;
  for (let minor = bounds.from ?? oldest; minor <= (bounds.to ?? newest); minor++) {
    if (allowsMinor(requiresPython, minor)) return true;
  }
  return false;
}

/** Top-level modules of Python 2.7's standard library that Python 3 has no more, or has under other names. */
const python2: ReadonlySet<string> = new Set(
  `
  BaseHTTPServer Bastion CGIHTTPServer ConfigParser Cookie DocXMLRPCServer HTMLParser MimeWriter Queue SimpleHTTPServer
  SimpleXMLRPCServer SocketServer StringIO Tix Tkinter UserDict UserList UserString __builtin__ anydbm cPickle cStringIO
  commands compiler cookielib copy_reg dbhash dircache dumbdbm dummy_thread exceptions fpformat future_builtins gdbm
  htmlentitydefs htmllib httplib ihooks imputil markupbase md5 mhlib mimetools mimify multifile mutex new popen2
  posixfile rexec rfc822 robotparser sets sgmllib sha statvfs stringold strop thread tkColorChooser tkCommonDialog
  tkFileDialog tkFont tkMessageBox tkSimpleDialog toaiff ttk urllib2 urlparse user whichdb xmlrpclib
  `
    .trim()
    .split(/\s+/),
);

/** Whether a module was in Python 2's standard library, and the project does not rule Python 2 out. */
export function isPython2Module(name: string, requiresPython: VersionRange | undefined): boolean {
  if (!python2.has(name)) return false;
  const last = parseVersion("2.7.18");
  return requiresPython === undefined || (last !== undefined && requiresPython.contains(last));
}

/** Any release of a minor version will do: `>=3.10.4` allows 3.10. */
function allowsMinor(requiresPython: VersionRange, minor: number): boolean {
  const series = versionRange(parseSpecifiers(`==3.${minor}.*`) ?? []);
  const first = parseVersion(`3.${minor}`);
  if (first !== undefined && requiresPython.contains(first)) return true;
  return series !== undefined && !series.intersect(requiresPython).isEmpty();
}
