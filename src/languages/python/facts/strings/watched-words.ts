/**
 * The words at which something may be imported by its name in a string. The lexer's table spells them, so they are written
 * out. Those that any file may have are few, because each makes the table larger, and it is read at every character.
 */
export const commonWords: readonly string[] = ["import_module", "__import__", "importorskip", "__all__", "__path__"];

/** Those of files that import what they belong to, or are named for it. */
export const frameworkWords: readonly string[] = `
  find_spec find_loader files get_loader get_data resolve_name iter_modules walk_packages run_module setattr
  delattr patch include import_string setdefault autodiscover_tasks config_from_object from_object
  dictConfig run pytest_plugins default_app_config imports beat_schedule override_settings configure
`
  .trim()
  .split(/\s+/);
