/**
 * Version of the analysis and of the settings of both engines. Raise it whenever the same document would be
 * indexed differently: an index built with another version answers until a rebuild has replaced it.
 */
export const SEARCH_VERSION = '2';
