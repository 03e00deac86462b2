/**
 * How people say what a clause does, one line an idea. Chinese cues are looked for anywhere in a clause,
 * English ones as whole words.
 */
interface Cues {
  zh: readonly string[];
  en: readonly string[];
}

export const NEED = cues({
  zh: [
    '希望|需要|急需|亟需|亟待|迫切|需求|要求|目标|期望|期待|盼|诚(?:寻|邀|求)',
    '寻求|寻找|征集|征求|招募|求购|求(?:教|助|一|个|从|能)|攻克|突破',
    '拟(?:引进|采用|解决|开发|建)|打算(?:花钱|买|上|找)|想(?:要|找|请|做|把|让|问|用)',
    '能否|能不能|有没有|有无|有啥|怎么(?:让|才|能|办)|如何(?:才|能|让|在)|谁(?:能|有|会)',
    '要的是|缺的是|就差|必须|应(?:当|能|达到|满足|不)|指标|需(?:能|在|实现|达到|解决|具备|满足|配|适)',
  ],
  en: [
    'need(?:s|ed)?|requir(?:e|es|ed|ement|ements)|seek(?:s|ing)?|want(?:s|ed)?|wish(?:es)?|would like|hop(?:e|ing) (?:for|to)',
    'look(?:s|ing)? for|in search of|interested in|call for|what we are after|is there (?:a|any)|can any(?:one|body)|how (?:can|do|could) we',
    'must|should|shall|target(?:s)?|aim(?:s)?|goal(?:s)?|solution (?:for|to|that)|challenge is|problem (?:is|to)',
  ],
});

export const EXCLUDED = cues({
  zh: [
    '不(?:考虑|接受|采用|采购|希望采用|再考虑)|排除|除外|不在.{0,6}范围',
    '(?:不要|不想|不打算|别)(?:再|用|换|加|搞|动)?',
  ],
  en: [
    "not interested in|not considered?|do not want|don't want|would rather not|no interest in|not looking for",
    'excluding|excluded|out of scope|must not rely on|without replacing',
  ],
});

/** What the firm has already, makes itself or is content with: named to say that it is not the trouble. */
export const SETTLED = cues({
  zh: [
    '没(?:有)?(?:问题|毛病|坏)|(?:不是|并非)问题|不(?:需要|缺|用换|换)|用不着|够用|过得去|满意|服气|(?:能|可以)接受',
    '(?:已|早就|早已)(?:有|经|上|解决|配)|有了|都是自己|自己(?:做|会|能)|有人收',
    '(?:都|倒|也|还)(?:挺|很)?(?:好的?|正常|稳定|合格|达标|可以)$',
    '(?:上|买|装|配)(?:了|着)[一二两三四五六七八九十几\\d]+(?:台|套|条|个|架)',
  ],
  en: [
    '(?:is|are|works?|runs?) (?:fine|well|good|stable|in order)|not (?:the|a|an) (?:problem|issue|trouble)|no (?:problem|trouble|complaints?) with',
    'already (?:have|has|own|bought|installed|use|solved|in place)|make ourselves|in[- ]house|under control',
    "do(?:es)? not need|don't need|no need|happy with|satisfied with|pleased with",
  ],
});

export const FAILED = cues({
  zh: [
    '(?:曾|已|先后|之前|此前|前期|过去)[^，,。]{0,14}(?:尝试|试用|试过|采用|使用|引进|委托|购买|测试|试验|合作)',
    '[试换买找请加做搞改撒用喷涂送装学上](?:[了过]|用过|装过|造过)|(?:尝试|采用|使用|引进|测试|委托|合作|考察|联系|打听)过',
    '有(?:人|厂家|朋友|专家|公司|供应商|企业)[^，,。]{0,6}(?:劝|推荐|介绍|建议|说|让)|厂家(?:让|说|建议)',
    '失败|未能|落空|不理想|收效甚微|没(?:有)?(?:成功|用|效果|动静|见效)|不(?:管用|顶用|见效)|白(?:搭|费|上)|效果(?:不佳|不好|不明显|有限|一般)',
  ],
  en: [
    "tried|attempted|failed|without success|unsuccessful(?:ly)?|did(?: not|n't) (?:work|help)|gave up|abandoned|no use|to no avail",
    'earlier trials?|previous(?:ly)? (?:tested|used|trials?)|we (?:also )?(?:bought|switched|changed|tested|hired|swapped|replaced|installed|added)',
    '(?:was|were|been) (?:advised|recommended|told|offered)|(?:someone|somebody|supplier|vendor|consultant|salesman)s? (?:suggest(?:s|ed)|recommend(?:s|ed)|advised|offered|said)',
  ],
});

/** Tells of trouble, or turns to what it is all about. */
export const PROBLEM = cues({
  zh: [
    '^(?:可是|但是?|偏偏|然而|可(?![以能]))|眼下|真正|卡脖子|难处|睡不着|居高不下|关键|症结|心病',
    '照样|老是|总是|总(?:有|会)|一(?:直|到|遇|碰)|经常|频繁|严重|容易|压不(?:下|住)|过不(?:了|去)|受不了',
    '就(?:会|是)?(?:裂|断|坏|掉|堵|漏|停|黑|黄|软|硬|变|起|塌|死|翘|松|粘)|(?:不|难)(?:稳|匀|牢|均匀|稳定|一致|达标|合格)',
    '难题|痛点|瓶颈|困难|毛病|头[疼痛]|要命|麻烦|最(?:怕|大的问题|愁|难)|愁|退货|投诉|报废|索赔',
  ],
  en: [
    'but|however|yet|problems?|trouble|difficult(?:y|ies)?|issue|headache|bottleneck|suffers?|keeps? \\w+ing|still',
    "complain(?:s|ts|ed)?|reject(?:s|ed)?|too (?:much|many|high|low|slow|fast|long|short|weak|hard|soft)|cannot|can't|unable",
  ],
});

export const BACKGROUND = cues({
  zh: [
    '成立于|创建于|始建于|注册资本|总投资|占地|建筑面积|坐落|位于|员工|职工|在职',
    '荣获|荣誉|获评|获得[^，。]{0,20}(?:称号|奖|认证|认定)|高新技术企业|专精特新|小巨人|知名|龙头|行业(?:领先|龙头|知名)|上市公司',
    '年(?:产值|销售|营收|营业)|销售(?:额|收入)|营业收入|出口|远销|主营|主要从事|客户(?:包括|遍布|有)',
    '集研发|质量管理体系|公司(?:简介|概况)|企业文化',
  ],
  en: [
    'founded in|established in|employ(?:s|ees|ing)?|headquarter(?:s|ed)|family[- ]owned|listed company|subsidiary|certified|proud',
    'award(?:s|ed)?|ISO ?9001|leading (?:manufacturer|supplier|producer|company)|market share|export(?:s|ed|ing)?|our customers',
    'annual (?:sales|turnover|revenue|output)|turnover|revenue',
  ],
});

function cues({ zh, en }: Cues): RegExp {
  return new RegExp(`${zh.join('|')}|\\b(?:${en.join('|')})\\b`, 'i');
}
