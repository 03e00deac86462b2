/**
 * Family, base unit, then factors with the spellings they stand for. Where two spellings differ by case
 * alone (mW, MW) both are given and the first is meant when a text is written in one case.
 */
// biome-ignore format: one family a line
export const UNIT_FAMILIES: [family: string, base: string, spellings: [factor: number, names: string][]][] = [
  ['length', 'm', [
    [1, 'm 米 公尺'], [1e-3, 'mm 毫米'], [1e-2, 'cm 厘米'], [0.1, 'dm 分米'], [1e3, 'km 公里 千米'],
    [1e-6, 'μm um 微米 micron microns'], [1e-9, 'nm 纳米'], [0.0254, 'inch inches 英寸'], [0.3048, 'ft 英尺'],
  ]],
  ['area', 'm2', [
    [1, 'm2 m^2 平方米 平米'], [1e-4, 'cm2 平方厘米'], [1e-6, 'mm2 平方毫米'], [1e6, 'km2 平方公里'],
    [1e4, 'hm2 公顷 hectare hectares'], [2000 / 3, '亩'],
  ]],
  ['volume', 'm3', [
    [1, 'm3 m^3 立方米 方'], [1e-6, 'cm3 立方厘米 ml mL 毫升'], [1e-9, 'mm3'], [1e-3, 'L l 升 dm3 litre litres liter liters'],
    [1e-9, 'μl μL ul uL 微升'],
  ]],
  ['mass', 'kg', [
    [1, 'kg 公斤 千克'], [1e-3, 'g 克'], [1e-6, 'mg 毫克'], [1e-9, 'μg ug 微克'], [1e-12, 'ng 纳克'], [1e3, 't 吨 tonne tonnes tons'], [0.5, '斤'],
  ]],
  ['time', 's', [
    [1, 's 秒 sec second seconds'], [1e-3, 'ms 毫秒'], [1e-6, 'μs us 微秒'], [1e-9, 'ns 纳秒'], [60, 'min 分钟 minute minutes'],
    [3600, 'h 小时 hour hours hr'], [86_400, '天 day days'], [2_629_800, '个月 month months'], [31_557_600, '年 year years'],
  ]],
  ['pressure', 'Pa', [
    [1, 'Pa 帕'], [1e3, 'kPa 千帕'], [1e6, 'MPa 兆帕 N/mm2'], [1e-3, 'mPa'], [1e9, 'GPa'], [1e5, 'bar'], [100, 'mbar'], [101_325, 'atm'], [133.322, 'mmHg torr'],
  ]],
  ['viscosity', 'Pa·s', [[1, 'Pa·s'], [1e-3, 'mPa·s cP']]],
  ['force', 'N', [[1, 'N 牛'], [1e3, 'kN 千牛'], [1e6, 'MN'], [1e-3, 'mN']]],
  ['torque', 'N·m', [[1, 'N·m Nm'], [1e3, 'kN·m']]],
  ['energy', 'J', [[1, 'J 焦'], [1e3, 'kJ'], [1e6, 'MJ'], [1e-3, 'mJ'], [1e9, 'GJ'], [3.6e6, 'kWh kW·h 千瓦时 度电'], [3.6e9, 'MWh'], [3600, 'Wh'], [1.602e-19, 'eV']]],
  ['power', 'W', [[1, 'W 瓦'], [1e3, 'kW 千瓦'], [1e6, 'MW 兆瓦'], [1e-3, 'mW 毫瓦'], [1e9, 'GW'], [1e-6, 'μW']]],
  ['voltage', 'V', [[1, 'V 伏'], [1e3, 'kV 千伏'], [1e-3, 'mV 毫伏'], [1e6, 'MV'], [1e-6, 'μV']]],
  ['current', 'A', [[1, 'A 安'], [1e-3, 'mA 毫安'], [1e3, 'kA'], [1e-6, 'μA']]],
  ['charge', 'A·h', [[1, 'Ah'], [1e-3, 'mAh']]],
  ['resistance', 'Ω', [[1, 'Ω ohm 欧姆'], [1e3, 'kΩ'], [1e6, 'MΩ'], [1e-3, 'mΩ']]],
  ['capacitance', 'F', [[1e-6, 'μF uF'], [1e-9, 'nF'], [1e-12, 'pF']]],
  ['frequency', 'Hz', [[1, 'Hz 赫兹 赫'], [1e3, 'kHz 千赫'], [1e6, 'MHz 兆赫'], [1e9, 'GHz'], [1e12, 'THz']]],
  ['angle', '°', [[1, '° deg'], [57.29578, 'rad']]],
  ['speed', 'm/s', [[1, 'm/s 米/秒'], [1 / 3.6, 'km/h 公里/小时'], [1 / 60, 'm/min'], [1e-3, 'mm/s']]],
  ['acceleration', 'm/s2', [[1, 'm/s2']]],
  ['rotation', 'r/min', [[1, 'r/min rpm 转/分 转/分钟'], [60, 'r/s']]],
  ['flow', 'm3/h', [[1, 'm3/h 立方米/小时'], [1 / 24, 'm3/d 立方米/天 立方米/日'], [0.06, 'L/min'], [3.6, 'L/s'], [3600, 'm3/s'], [6e-5, 'ml/min mL/min']]],
  ['throughput', 't/h', [[1, 't/h 吨/小时'], [1 / 24, 't/d 吨/天 吨/日'], [1 / 8766, 't/a 吨/年'], [1e-3, 'kg/h']]],
  ['concentration', 'mg/L', [[1, 'mg/L mg/l g/m3 毫克/升'], [1e3, 'g/L g/l 克/升'], [1e-3, 'μg/L ug/L mg/m3 毫克/立方米'], [1e-6, 'μg/m3 ug/m3 微克/立方米'], [1e-6, 'ng/L']]],
  ['dose', 'mg/kg', [[1, 'mg/kg'], [1e3, 'g/kg'], [1e-3, 'μg/kg']]],
  ['molarity', 'mol/L', [[1, 'mol/L'], [1e-3, 'mmol/L']]],
  ['density', 'kg/m3', [[1, 'kg/m3'], [1e3, 'g/cm3 克/立方厘米 g/mL g/ml t/m3']]],
  ['conductivity', 'W/(m·K)', [[1, 'W/(m·K) W/m·K W/mK W/(mK)']]],
  ['specific-energy', 'Wh/kg', [[1, 'Wh/kg'], [1000 / 3600, 'kJ/kg'], [1e3 / 3.6, 'MJ/kg']]],
  ['specific-capacity', 'mAh/g', [[1, 'mAh/g']]],
  ['current-density', 'mA/cm2', [[1, 'mA/cm2'], [1e3, 'A/cm2'], [0.1, 'A/m2']]],
  ['toughness', 'J/cm2', [[1, 'J/cm2']]],
  ['yield', 'kg/mu', [[1, '公斤/亩 kg/亩 千克/亩']]],
  ['ratio', '%', [[1, '% percent pct'], [0.1, '‰'], [1e-4, 'ppm'], [1e-7, 'ppb']]],
  ['level', 'dB', [[1, 'dB dB(A) 分贝']]],
  ['hardness-rockwell', 'HRC', [[1, 'HRC']]],
  ['hardness-vickers', 'HV', [[1, 'HV']]],
  ['information', 'B', [[1e3, 'KB kB'], [1e6, 'MB'], [1e9, 'GB'], [1e12, 'TB']]],
  ['bit-rate', 'bit/s', [[1e3, 'kbps'], [1e6, 'Mbps Mb/s'], [1e9, 'Gbps']]],
  ['magnetic', 'T', [[1e-3, 'mT'], [1e-4, 'Gs']]],
  ['money', '元', [[1, '元 元人民币 yuan rmb CNY'], [1e4, '万元'], [1e8, '亿元']]],
  ['repetition', '次', [[1, '次 cycles']]],
];

export const TEMPERATURE_UNITS: [factor: number, offset: number, names: string][] = [
  [1, 0, '°C 摄氏度'],
  [1, -273.15, 'K'],
  [5 / 9, -160 / 9, '°F'],
];
