import type { MemberRole, OfficeLevel, OfficeRole } from '../accounts/actor.ts';
import type { Language } from '../localized.ts';
import type { HouseKey } from './demoTypes.ts';

export interface DemoAccount {
  mail: string;
  name: string;
  language: Language;
  house: { key: HouseKey; role: MemberRole } | null;
  office: { role: OfficeRole; level: OfficeLevel; regions: string[] } | null;
  /** Waits to be let into this house. */
  asksToJoin?: HouseKey;
}

const address = (local: string) => `${local}@demo.dual-helix.invalid`;

function member(key: HouseKey, role: MemberRole, name: string, language: Language = 'zh'): DemoAccount {
  return { mail: address(`${role}.${key}`), name, language, house: { key, role }, office: null };
}

function official(local: string, name: string, office: NonNullable<DemoAccount['office']>): DemoAccount {
  return { mail: address(local), name, language: 'zh', house: null, office };
}

const cityOperator = (regions: string[]) => ({ role: 'operator', level: 'city', regions }) as const;
const provinceOperator = (regions: string[]) => ({ role: 'operator', level: 'province', regions }) as const;
const atTheTop = (role: OfficeRole) => ({ role, level: 'province' as const, regions: ['21', '37'] });

/** Everybody one can be in the demo; in the order of the sign-in page. The admin of a house founds it. */
export const demoAccounts: DemoAccount[] = [
  member('hunhe', 'admin', '岳临川'),
  member('hunhe', 'approver', '乔若屏'),
  member('hunhe', 'member', '章予北'),
  member('xingjia', 'admin', '薄延青'),
  member('xingjia', 'approver', '邝知遥'),
  member('xingjia', 'member', '祁若岚'),
  member('chenbu', 'admin', '焦望舒'),
  member('chenbu', 'approver', '宫砚秋'),
  member('chenbu', 'member', '步云锦'),
  official('city.shenyang', '佘安澜', cityOperator(['2101'])),
  official('city.dalian', '庾海晏', cityOperator(['2102'])),
  official('city.qingdao', '滕映帆', cityOperator(['3702'])),
  official('province.liaoning', '冷知新', provinceOperator(['21'])),
  official('province.shandong', '逄若愚', provinceOperator(['37'])),
  official('supervisor', '申屠衡', atTheTop('supervisor')),
  official('administrator', '慕容清', atTheTop('administrator')),
  official('auditor', '闻人鉴', atTheTop('auditor')),
  member('boan', 'admin', '顾念汀', 'en'),
  member('quanling', 'admin', '闵景笙'),
  member('dailu', 'admin', '宓青禾'),
  member('qinyu', 'admin', '莘若汀'),
  member('lishan', 'admin', '鄂立岩'),
  member('helong', 'admin', '令狐麦'),
  member('lingbo', 'admin', '车望岫'),
  member('biqu', 'admin', '濮知涟'),
  member('weileng', 'admin', '索微之'),
  member('huanwan', 'admin', '辜明渚'),
  member('qiqiao', 'admin', '支远桥'),
  {
    mail: address('applicant'),
    name: '沙棠',
    language: 'zh',
    house: null,
    office: null,
    asksToJoin: 'hunhe',
  },
];
