/** The kind a Chinese number says by its type digit (ZC 0006-2003); anything else counts as an invention until described. */
export function patentKindOf(id: string): string {
  const number = id.slice(3).replace(/\..*$/, '');
  const digit = number.length === 12 ? number[4] : number[2];
  if (!id.startsWith('CN-')) return 'invention';
  if (digit === '2' || digit === '9') return 'utility-model';
  return digit === '3' ? 'design' : 'invention';
}
