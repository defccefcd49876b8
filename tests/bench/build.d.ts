// What build.mjs fills in.

/** The versions of the libraries, by their names. */
declare const __VERSIONS__: Record<string, string>;
/** How the module was compiled. */
declare const __SETTINGS__: string;

/** It brings no types. */
declare module "big.js";
