import { regions } from '../vocabulary/regions.ts';

interface Span {
  start: number;
  end: number;
}

const CHINESE_FORM = /(?:集团)?(?:股份|责任)?(?:有限)?(?:责任)?公司$|集团$/;
const LATIN_FORM =
  /[\s,]+(?:co\.?,?\s*(?:ltd\.?|limited)|ltd\.?|limited|inc\.?|corp\.?|corporation|gmbh|llc|plc)\.?$/i;
/** Words any firm of a trade carries; a remainder made of them names nobody. */
const TRADE_WORDS =
  /高?科技|技术|新?材料|机械|设备|装备|制造|电子|信息|生物|医药|制药|化工|化学|环保|环境|新?能源|重工|工业|智能|自动化|实业|发展|工程|控股|股份|集团/g;
/** Shorter remains are ordinary words. */
const SHORTEST = { chinese: 3, latin: 4 };

const PLACES = regions.entries
  .flatMap((region) => [
    region.zh,
    region.zh.replace(/(?:省|市|区|县|(?:壮族|回族|维吾尔|满族)?自治[区县])$/, ''),
  ])
  .filter((place) => place.length >= 2)
  .sort((one, other) => other.length - one.length);

/**
 * Where a text names an organisation: by its full name or by the part people use in speech, without legal form
 * and, for companies, without the places in front. Spaces or dots between characters do not hide a name.
 */
export function organisationNameSpans(text: string, names: readonly string[]): Span[] {
  const forms = [...new Set(names.flatMap(spokenForms))].sort((one, other) => other.length - one.length);
  return forms.flatMap((form) =>
    [...text.matchAll(pattern(form))].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
}

function spokenForms(name: string): string[] {
  const full = name.normalize('NFKC').trim();
  const isChinese = /\p{Script=Han}/u.test(full);
  const shorter = isChinese ? full.replace(CHINESE_FORM, '') : full.replace(LATIN_FORM, '');
  const isCompany = shorter !== full;
  const core = isCompany && isChinese ? withoutPlaces(shorter) : shorter;
  const shortest = isChinese ? SHORTEST.chinese : SHORTEST.latin;
  const spoken = core.replace(TRADE_WORDS, '').length >= 2 ? [full, shorter, core] : [full, shorter];
  return spoken.filter((form) => form.length >= shortest);
}

/** "辽宁大连海辰重工" -> "海辰重工"; places in brackets go too. */
function withoutPlaces(name: string): string {
  let rest = name.replace(/\([^)]*\)/g, '');
  for (let place = leadingPlace(rest); place !== undefined; place = leadingPlace(rest)) {
    rest = rest.slice(place.length);
  }
  return rest;
}

function leadingPlace(name: string): string | undefined {
  return PLACES.find((place) => name.startsWith(place));
}

function pattern(form: string): RegExp {
  const isChinese = /\p{Script=Han}/u.test(form);
  const parts = (isChinese ? [...form.replace(/\s/g, '')] : form.split(/\s+/)).map((part) =>
    RegExp.escape(part),
  );
  if (isChinese) return new RegExp(parts.join('[\\s·.\\-]*'), 'giu');
  return new RegExp(`(?<![\\p{L}\\p{N}])${parts.join('\\s+')}(?![\\p{L}\\p{N}])`, 'giu');
}
