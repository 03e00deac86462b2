import { quantities } from '../../../search/analysis/quantities.ts';

/** What a sentence does in a demand. */
export type SentenceRole = 'need' | 'figure' | 'plain' | 'background' | 'failed' | 'excluded';

const NEED =
  /希望|需要|急需|亟需|亟待|迫切|需求|要求|目标|寻求|寻找|征集|征求|招募|拟(?:引进|采用|解决|开发|建)|想(?:要|找|请|做|把)|求购|攻克|突破|期望|期待|能否|有没有|必须|应(?:当|能|达到|满足|不)|指标|需(?:能|在|实现|达到|解决|具备|满足|配|适)|诚(?:寻|邀)|\b(?:need(?:s|ed)?|requir(?:e|es|ed|ement|ements)|look(?:s|ing)? for|seek(?:s|ing)?|want(?:s|ed)?|must|should|shall|target(?:s)?|aim(?:s)?|goal(?:s)?|wish(?:es)?|would like|solution (?:for|to|that)|call for|interested in|in search of|challenge is|problem (?:is|to))\b/i;

const EXCLUDED =
  /不(?:考虑|接受|采用|采购|希望采用|再考虑)|排除|除外|不在.{0,6}范围|\b(?:not interested in|not considered?|do not want|excluding|excluded|out of scope|no interest in|must not rely on)\b/i;

const FAILED =
  /(?:曾|已|先后|之前|此前|前期|过去)[^，,。]{0,14}(?:尝试|试用|试过|采用|使用|引进|委托|购买|测试|试验|合作)|试过|尝试过|试用过|失败|未能|不理想|收效甚微|没有成功|效果(?:不佳|不好|不明显|有限|一般)|\b(?:tried|attempted|failed|without success|unsuccessful(?:ly)?|did not work|gave up|abandoned|earlier trials?|previous(?:ly)? (?:tested|used|trials?))\b/i;

const BACKGROUND =
  /成立于|创建于|始建于|注册资本|总投资|占地|建筑面积|员工|职工|在职|荣获|荣誉|获评|获得[^，。]{0,20}(?:称号|奖|认证|认定)|高新技术企业|专精特新|小巨人|年(?:产值|销售|营收|营业)|销售(?:额|收入)|营业收入|上市公司|出口|远销|行业(?:领先|龙头|知名)|知名|龙头|主营|主要从事|客户(?:包括|遍布|有)|坐落|位于|集研发|质量管理体系|公司(?:简介|概况)|企业文化|\b(?:founded in|established in|employ(?:s|ees|ing)?|headquarter(?:s|ed)|award(?:s|ed)?|ISO ?9001|leading (?:manufacturer|supplier|producer|company)|annual (?:sales|turnover|revenue|output)|turnover|revenue|market share|export(?:s|ed|ing)?|family[- ]owned|listed company|our customers|subsidiary|certified|proud)\b/i;

/**
 * What a sentence does, by how it is said. A need outranks everything but what is expressly not wanted;
 * a failure told in the same breath as a need is still a need.
 */
export function sentenceRole(sentence: string): SentenceRole {
  if (EXCLUDED.test(sentence)) return 'excluded';
  const isFailed = FAILED.test(sentence);
  if (NEED.test(sentence) && !(isFailed && !/希望|需要|need|require/i.test(sentence))) return 'need';
  if (isFailed) return 'failed';
  if (BACKGROUND.test(sentence)) return 'background';
  return isFigure(sentence) ? 'figure' : 'plain';
}

/** A bound on a measured value is asked for rather than told. */
function isFigure(sentence: string): boolean {
  return (
    /\d/.test(sentence) &&
    quantities(sentence).some(
      ({ direction }) => direction === 'atMost' || direction === 'atLeast' || direction === 'within',
    )
  );
}
