import type { MemberRole, OfficeLevel, OfficeRole } from '../accounts/actor.ts';
import type { Language, LocalizedText } from '../localized.ts';
import type { HouseKey } from './demoTypes.ts';

/** One password for every demo account; shown on the sign-in page, which is why such accounts only work on loopback. */
export const DEMO_PASSWORD = 'two-strands-one-helix';

export interface DemoAccount {
  mail: string;
  name: string;
  language: Language;
  /** What the person is, for the list on the sign-in page. */
  label: LocalizedText;
  house: { key: HouseKey; role: MemberRole } | null;
  office: { role: OfficeRole; level: OfficeLevel; regions: string[] } | null;
}

const address = (local: string) => `${local}@demo.dual-helix.invalid`;

const ROLE_NAMES: Record<MemberRole, { zh: string; en: string }> = {
  member: { zh: '成员', en: 'Member' },
  approver: { zh: '单位审核人', en: 'Approver' },
  admin: { zh: '单位管理员', en: 'Admin' },
};

function member(
  key: HouseKey,
  role: MemberRole,
  name: string,
  house: { zh: string; en: string },
  language: Language = 'zh',
): DemoAccount {
  const label = { zh: `${house.zh} · ${ROLE_NAMES[role].zh}`, en: `${house.en} · ${ROLE_NAMES[role].en}` };
  return { mail: address(`${role}.${key}`), name, language, label, house: { key, role }, office: null };
}

function official(
  local: string,
  name: string,
  office: { role: OfficeRole; level: OfficeLevel; regions: string[] },
  label: { zh: string; en: string },
): DemoAccount {
  return { mail: address(local), name, language: 'zh', label, house: null, office };
}

const cityOperator = (regions: string[]) => ({ role: 'operator', level: 'city', regions }) as const;
const provinceOperator = (regions: string[]) => ({ role: 'operator', level: 'province', regions }) as const;
const atTheTop = (role: OfficeRole) => ({ role, level: 'province' as const, regions: ['21', '37'] });

const UNIVERSITY = { zh: '浑原理工大学', en: 'University' };
const INSTITUTE = { zh: '星岬材料研究所', en: 'Institute with house approval' };
const FOUNDRY = { zh: '辰埠铸造', en: 'Foundry with anonymous and silent demands' };

/** Everybody one can be in the demo; the admin of a house founds it, so admins come first. */
export const demoAccounts: DemoAccount[] = [
  member('hunhe', 'admin', '岳临川', UNIVERSITY),
  member('hunhe', 'approver', '乔若屏', UNIVERSITY),
  member('hunhe', 'member', '章予北', UNIVERSITY),
  member('xingjia', 'admin', '薄延青', INSTITUTE),
  member('xingjia', 'approver', '邝知遥', INSTITUTE),
  member('xingjia', 'member', '祁若岚', INSTITUTE),
  member('chenbu', 'admin', '焦望舒', FOUNDRY),
  member('chenbu', 'approver', '宫砚秋', FOUNDRY),
  member('chenbu', 'member', '步云锦', FOUNDRY),
  member('boan', 'admin', '顾念汀', { zh: '泊岸海洋装备研究院', en: 'Marine institute' }, 'en'),
  member('quanling', 'admin', '闵景笙', { zh: '泉岭大学', en: 'University in Jinan' }),
  member('dailu', 'admin', '宓青禾', { zh: '岱野农林大学', en: 'Agricultural university' }),
  member('qinyu', 'admin', '莘若汀', { zh: '琴澜医院', en: 'Hospital' }),
  member('lishan', 'admin', '鄂立岩', { zh: '砺岗重工', en: 'Large firm' }),
  member('helong', 'admin', '令狐麦', { zh: '禾垄农机', en: 'Small firm' }),
  member('lingbo', 'admin', '车望岫', { zh: '凌浦化工', en: 'Chemical firm' }),
  member('biqu', 'admin', '濮知涟', { zh: '碧洼水务（待核验）', en: 'Firm waiting for verification' }),
  member('weileng', 'admin', '索微之', { zh: '微棱光电（未核验）', en: 'Firm not verified' }),
  member('huanwan', 'admin', '辜明渚', { zh: '环湾产业技术促进会', en: 'Association' }),
  member('qiqiao', 'admin', '支远桥', {
    zh: '启栈技术转移（核验已撤销）',
    en: 'Broker whose verification was revoked',
  }),
  official('city.shenyang', '佘安澜', cityOperator(['2101']), {
    zh: '沈阳市审核员',
    en: 'City operator, Shenyang',
  }),
  official('city.dalian', '庾海晏', cityOperator(['2102']), {
    zh: '大连市审核员',
    en: 'City operator, Dalian',
  }),
  official('city.qingdao', '滕映帆', cityOperator(['3702']), {
    zh: '青岛市审核员',
    en: 'City operator, Qingdao',
  }),
  official('province.liaoning', '冷知新', provinceOperator(['21']), {
    zh: '辽宁省审核员',
    en: 'Provincial operator, Liaoning',
  }),
  official('province.shandong', '逄若愚', provinceOperator(['37']), {
    zh: '山东省审核员',
    en: 'Provincial operator, Shandong',
  }),
  official('supervisor', '申屠衡', atTheTop('supervisor'), { zh: '业务主管', en: 'Supervisor' }),
  official('administrator', '慕容清', atTheTop('administrator'), { zh: '系统管理员', en: 'Administrator' }),
  official('auditor', '闻人鉴', atTheTop('auditor'), { zh: '审计员', en: 'Auditor' }),
];
