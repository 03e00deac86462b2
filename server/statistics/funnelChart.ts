import * as echarts from 'echarts';

export interface ChartRow {
  label: string;
  count: number;
}

const WIDTH = 720;
const ROW_HEIGHT = 44;
const INK = '#1d2a2c';
const BAR = '#1f6f78';

/** The funnel as an SVG image: one bar a step with its count. The same rows always give the same text. */
export function funnelChart(rows: ChartRow[]): string {
  const chart = echarts.init(null, null, {
    renderer: 'svg',
    ssr: true,
    width: WIDTH,
    height: rows.length * ROW_HEIGHT + 16,
  });
  chart.setOption({
    animation: false,
    grid: { left: 120, right: 64, top: 4, bottom: 4 },
    xAxis: { type: 'value', show: false, min: 0, max: Math.max(1, ...rows.map(({ count }) => count)) },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map(({ label }) => label),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { fontSize: 15, color: INK },
    },
    series: [
      {
        type: 'bar',
        data: rows.map(({ count }) => count),
        barWidth: 24,
        itemStyle: { color: BAR },
        label: { show: true, position: 'right', fontSize: 15, color: INK },
      },
    ],
  });
  const painter = chart.getZr().painter as unknown as {
    renderToString(options: { cssEmphasis: boolean; cssAnimation: boolean }): string;
  };
  const svg = painter.renderToString({ cssEmphasis: false, cssAnimation: false });
  chart.dispose();
  return svg;
}
