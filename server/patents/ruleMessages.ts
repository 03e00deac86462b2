import { defineVocabulary } from '../vocabulary/vocabulary.ts';

/** What the rules about patents and open licences say to people, with what to do next where there is something. */
export const ruleMessages = defineVocabulary('ruleMessages', [
  {
    code: 'pending-open-licence',
    zh: '这件专利申请还没有授权公告，不能声明开放许可。',
    en: 'The application is not granted yet; an open licence can only be declared after the grant is announced.',
  },
  {
    code: 'pending-licence',
    zh: '目前只有专利申请。许可只能按专利申请或技术秘密来订，能否授权、保护范围多大都还会变。',
    en: 'There is only an application. A licence can cover the application or know-how; grant and scope may still change.',
  },
  {
    code: 'pending-transfer',
    zh: '转让的是专利申请权，不是专利权。',
    en: 'What is transferred is the right to the application, not a patent.',
  },
  {
    code: 'pending-pledge',
    zh: '没有授权的申请不能办理质押登记。',
    en: 'An application that is not granted cannot be pledged.',
  },
  {
    code: 'fee-grace-open-licence',
    zh: '年费没有按规定缴纳，不能声明开放许可。请先补缴年费和滞纳金。',
    en: 'Annual fees are unpaid, so no open licence can be declared. Pay the fee and the surcharge first.',
  },
  {
    code: 'fee-grace-warn',
    zh: '年费正在滞纳期内，到期不缴专利权就会终止。请在签约前确认已经补缴。',
    en: 'Annual fees are in the grace period; the patent lapses if they stay unpaid. Confirm payment before signing.',
  },
  {
    code: 'fee-grace-pledge',
    zh: '年费未缴，质押登记会被拒绝。',
    en: 'With unpaid fees a pledge is refused.',
  },
  {
    code: 'suspended-open-licence',
    zh: '有关程序已经中止或专利权被保全，期间不能声明开放许可。',
    en: 'Proceedings are suspended or the patent is preserved; no open licence can be declared meanwhile.',
  },
  {
    code: 'suspended-licence',
    zh: '专利权处于中止或保全状态，许可能否履行取决于争议的结果。',
    en: 'The patent is suspended or preserved; whether a licence holds depends on the dispute.',
  },
  {
    code: 'suspended-register',
    zh: '中止或保全期间，登记机关不办理转让和质押登记。',
    en: 'During suspension or preservation transfers and pledges are not registered.',
  },
  {
    code: 'pledged-open-licence',
    zh: '专利权已经质押，没有质权人的书面同意不能声明开放许可。',
    en: 'The patent is pledged; without the written consent of the pledgee no open licence can be declared.',
  },
  {
    code: 'pledged-consent',
    zh: '专利权已经质押，没有质权人同意不能转让或许可他人使用。请上传质权人同意书。',
    en: 'The patent is pledged and may not be transferred or licensed without consent. Upload the consent of the pledgee.',
  },
  {
    code: 'pledged-again',
    zh: '专利权已经质押，再次质押会被拒绝登记。',
    en: 'The patent is pledged already; another pledge is refused.',
  },
  {
    code: 'exclusive-open-licence',
    zh: '独占或排他许可还在有效期内，不能声明开放许可。',
    en: 'An exclusive or sole licence is in force, so no open licence can be declared.',
  },
  {
    code: 'exclusive-licence',
    zh: '独占或排他许可还在有效期内，在它的范围内不能再许可他人。',
    en: 'An exclusive or sole licence is in force; within its scope nobody else can be licensed.',
  },
  {
    code: 'exclusive-exclusive',
    zh: '已有独占或排他许可，不能再授予一个。',
    en: 'There is an exclusive or sole licence already; another one cannot be granted.',
  },
  {
    code: 'exclusive-transfer',
    zh: '转让不影响此前的独占或排他许可，受让人要接受它。',
    en: 'The exclusive or sole licence outlives a transfer; the buyer takes the patent with it.',
  },
  {
    code: 'exclusive-pledge',
    zh: '已有独占或排他许可，会影响质押的价值。',
    en: 'The exclusive or sole licence lowers the value of a pledge.',
  },
  {
    code: 'open-licence-already',
    zh: '这件专利正在开放许可。',
    en: 'The patent is under an open licence already.',
  },
  {
    code: 'open-licence-ordinary',
    zh: '开放许可期间可以另行协商费用，给予普通许可。',
    en: 'While the open licence runs an ordinary licence at a negotiated fee is allowed.',
  },
  {
    code: 'open-licence-exclusive',
    zh: '开放许可期间不得给予独占或排他许可。要这样做，须先撤回开放许可声明。',
    en: 'While the open licence runs no exclusive or sole licence may be granted. Withdraw the declaration first.',
  },
  {
    code: 'open-licence-transfer',
    zh: '专利正在开放许可。转让后声明是否继续有效没有明确规定，请先问清国家知识产权局。',
    en: 'The patent is under an open licence. What a transfer does to the declaration is not settled; ask the patent office first.',
  },
  {
    code: 'open-licence-pledge',
    zh: '专利正在开放许可，任何人都可以按公告的条件取得许可，会影响质押的价值。',
    en: 'Anybody can take the announced open licence, which lowers the value of a pledge.',
  },
  {
    code: 'invalidation-warn',
    zh: '有人请求宣告这项专利无效。若被全部宣告无效，视为自始不存在。',
    en: 'An invalidation request is pending. A patent invalidated in full is held never to have existed.',
  },
  {
    code: 'invalidation-pledge',
    zh: '无效程序已经启动，除非质权人知情并同意继续，质押登记会被拒绝。',
    en: 'With invalidation pending a pledge is refused, unless the pledgee was told and wants to continue.',
  },
  {
    code: 'invalidation-pledge-told',
    zh: '无效程序已经启动，质权人知情并同意继续办理。',
    en: 'Invalidation is pending; the pledgee was told and wants to continue.',
  },
  {
    code: 'co-owned-consent',
    zh: '专利权共有，需要全体共有人书面同意。请上传同意书。',
    en: 'The patent is co-owned; all co-owners have to consent in writing. Upload their consent.',
  },
  {
    code: 'co-owned-ordinary',
    zh: '共有人没有约定的，可以单独给予普通许可，收取的使用费在共有人之间分配。',
    en: 'Unless agreed otherwise one co-owner may grant an ordinary licence; the fee is shared among all.',
  },
  {
    code: 'ended-open-licence',
    zh: '专利权已经终止、届满、放弃或被宣告无效，不能声明开放许可。',
    en: 'The patent has ended or was invalidated; no open licence can be declared.',
  },
  {
    code: 'ended-licence',
    zh: '专利权已经不存在，不能再订立专利许可合同；仍可以就技术秘密或技术服务合作。',
    en: 'The patent no longer exists, so it cannot be licensed. Know-how and services can still be agreed.',
  },
  {
    code: 'ended-register',
    zh: '专利权已经不存在，不能转让或质押。',
    en: 'The patent no longer exists and cannot be transferred or pledged.',
  },
  { code: 'one-patent', zh: '一份声明只能针对一项专利。', en: 'A declaration covers exactly one patent.' },
  {
    code: 'owners-missing',
    zh: '声明要写明全体专利权人。',
    en: 'The declaration has to name all patentees.',
  },
  {
    code: 'payment-mode-missing',
    zh: '声明要写明许可使用费的支付方式。',
    en: 'The declaration has to state how the fee is paid.',
  },
  {
    code: 'payment-standard-missing',
    zh: '声明要写明许可使用费的标准。',
    en: 'The declaration has to state the fee standard.',
  },
  {
    code: 'period-missing',
    zh: '声明要写明许可期限。',
    en: 'The declaration has to state the licence period.',
  },
  {
    code: 'period-reversed',
    zh: '许可期限的结束日期早于开始日期。',
    en: 'The licence period ends before it begins.',
  },
  {
    code: 'period-past-expiry',
    zh: '许可期限超过了专利权的期限，请改到专利权届满之前。',
    en: 'The licence period goes beyond the life of the patent. End it before the patent expires.',
  },
  {
    code: 'advertising-words',
    zh: '文字中可能含有商业性宣传用语，请改为可以核实的陈述。',
    en: 'The text may contain advertising language. Use statements that can be checked.',
  },
  {
    code: 'report-missing',
    zh: '实用新型和外观设计须提交专利权评价报告。',
    en: 'Utility models and designs need a patent right evaluation report.',
  },
  {
    code: 'report-negative',
    zh: '评价报告的结论是不符合授权条件，声明很可能不被接受。',
    en: 'The evaluation report is negative; the declaration will probably be refused.',
  },
  {
    code: 'attestation-missing',
    zh: '请确认声明内容真实，没有隐瞒。',
    en: 'Confirm that the declaration is true and conceals nothing.',
  },
  {
    code: 'fixed-fee-cap',
    zh: '固定费用一般不高于 2000 万元。确有理由的，请写明。',
    en: 'A fixed fee is generally not above CNY 20 million. State the reason if it is.',
  },
  {
    code: 'net-sales-cap',
    zh: '按净销售额提成的比例一般不高于 20%。确有理由的，请写明。',
    en: 'A royalty on net sales is generally not above 20%. State the reason if it is.',
  },
  {
    code: 'profit-cap',
    zh: '按利润提成的比例一般不高于 40%。确有理由的，请写明。',
    en: 'A royalty on profit is generally not above 40%. State the reason if it is.',
  },
  {
    code: 'false-mark',
    zh: '没有授权的申请不能标 ZL，请改为申请号。',
    en: 'An application that is not granted must not carry ZL. Give the application number.',
  },
]);

export type RuleMessage = (typeof ruleMessages.codes)[number];
