import { notFound } from '../errors.ts';
import type { Frame } from './frame.ts';
import { localPath } from './localPath.ts';

const NEIGHBOURS = 2;

type Query = Readonly<Record<string, unknown>>;

/**
 * What the partial `pagination` needs. `query` is that of the page and is kept in the links.
 * @throws notFound when the page lies beyond the end; the first page always exists.
 */
export function pagination(
  { page, pageSize, total }: { page: number; pageSize: number; total: number },
  path: string,
  query: Query,
  { language }: Pick<Frame, 'language'>,
) {
  const pages = Math.max(1, Math.ceil(total / pageSize));
  if (page > pages) throw notFound();
  const href = (number: number) => localPath(language, addressOfPage(path, query, number));
  return {
    page,
    pages,
    isNeeded: pages > 1,
    previous: page > 1 ? href(page - 1) : '',
    next: page < pages ? href(page + 1) : '',
    items: shownPages(page, pages).map((number) => ({
      number,
      href: number === 0 ? '' : href(number),
      isCurrent: number === page,
      isGap: number === 0,
    })),
  };
}

export type Pagination = ReturnType<typeof pagination>;

function addressOfPage(path: string, query: Query, page: number): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...query, page: page > 1 ? page : undefined })) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') parameters.append(name, String(one));
    }
  }
  return parameters.size > 0 ? `${path}?${parameters}` : path;
}

/** The first, the last and those around the page; 0 stands for a gap. */
function shownPages(page: number, pages: number): number[] {
  const near = Array.from({ length: NEIGHBOURS * 2 + 1 }, (_, index) => page - NEIGHBOURS + index);
  const shown = [...new Set([1, ...near, pages])].filter((number) => number >= 1 && number <= pages);
  return shown.flatMap((number, index) =>
    index > 0 && number - (shown[index - 1] ?? 0) > 1 ? [0, number] : [number],
  );
}
