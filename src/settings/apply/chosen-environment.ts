import type { Choices } from "../../model/choices.ts";

/** What languages are told of the environment, in their words. */
export interface EnvironmentWords {
  readonly python?: { readonly versions?: string; readonly platforms?: readonly string[] };
  readonly conditions?: readonly string[];
  readonly providers?: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

export function environmentWords({ environment, packages }: Choices): EnvironmentWords {
  const { python: versions, platforms, conditions } = environment;
  const providers = new Map<string, Map<string, string>>();
  for (const { language, module, provider } of packages) {
    const own = providers.get(language);
    if (own === undefined) providers.set(language, new Map([[module, provider]]));
    else own.set(module, provider);
  }
  const python = {
    ...(versions === undefined ? {} : { versions }),
    ...(platforms === undefined ? {} : { platforms }),
  };
  return {
    ...(Object.keys(python).length === 0 ? {} : { python }),
    ...(conditions === undefined ? {} : { conditions }),
    ...(providers.size === 0 ? {} : { providers }),
  };
}
