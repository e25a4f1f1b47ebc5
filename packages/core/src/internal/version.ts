/** The version of this package, which `changeset version` and then `tools/version.mjs` keep. */
export const version = "0.0.0"
