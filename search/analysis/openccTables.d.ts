// The package has no types for its single tables: characters of both scripts as `traditional simplified`, parted by `|`.
declare module 'opencc-js/dict/TSCharacters' {
  const table: string;

  // biome-ignore lint/style/noDefaultExport: that is how the package exports it
  export { table as default };
}
