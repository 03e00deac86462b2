import { load } from 'cheerio';
import Handlebars from 'handlebars';

/**
 * A page of the product as somebody would show it who has everything at hand: its subject (what stands in `main`) is a
 * template with a place for each text and each address, head and foot are written out. It gives the same bytes.
 */
export function bareTemplate(html: string): { render: () => string; places: number } {
  const $ = load(html);
  const values: Record<string, string> = {};
  const place = (value: string): string => {
    const name = `v${Object.keys(values).length}`;
    values[name] = value;
    return `\u0001${name}\u0002`;
  };
  const main = $('main');
  for (const element of main.find('*').toArray()) {
    for (const name of ['href', 'src', 'alt', 'value']) {
      const value = $(element).attr(name);
      if (value) $(element).attr(name, place(value));
    }
    for (const node of element.childNodes)
      if (node.type === 'text' && node.data.trim() !== '' && element.name !== 'script')
        node.data = place(node.data);
  }
  // What Handlebars would read as its own.
  const source = $.html().replaceAll('{{', '&#123;{').replaceAll('\u0001', '{{').replaceAll('\u0002', '}}');
  const template = Handlebars.compile(source, { knownHelpersOnly: true });
  return { render: () => template(values), places: Object.keys(values).length };
}
