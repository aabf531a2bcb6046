/** Compiles the site's stylesheet when it is missing or older than its sources, and gives its path. */
export function buildStyles(options?: { readonly force?: boolean }): Promise<string>;
