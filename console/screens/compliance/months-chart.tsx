import { BarChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { type ReactNode, useEffect, useRef } from 'react';

use([BarChart, GridComponent, LegendComponent, AriaComponent, SVGRenderer]);

interface Props {
  readonly label: string;
  readonly months: readonly { readonly name: string; readonly kept: number; readonly missed: number }[];
  readonly kept: string;
  readonly missed: string;
}

/** Cases on schedule and off it, month by month, one column each. */
export function MonthsChart({ label, months, kept, missed }: Props): ReactNode {
  const place = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const made = init(element, null, { renderer: 'svg' });
    const watch = new ResizeObserver(() => made.resize());
    watch.observe(element);
    const dark = window.matchMedia('(prefers-color-scheme: dark)');
    const draw = () => made.setOption(optionOf(element, { label, months, kept, missed }), true);
    draw();
    dark.addEventListener('change', draw);
    return () => {
      dark.removeEventListener('change', draw);
      watch.disconnect();
      made.dispose();
    };
  }, [label, months, kept, missed]);

  return <div className="chart" ref={place} role="img" aria-label={label} />;
}

/** In the colours of the page, which the drawing cannot take from the style sheet by itself. */
function optionOf(element: Element, { label, months, kept, missed }: Props) {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const words = { color: colour('--ink-2'), fontFamily: style.fontFamily, fontSize: 12 };
  const line = { lineStyle: { color: colour('--line') } };
  const series = (name: string, of: 'kept' | 'missed', tone: string) => ({
    name,
    type: 'bar' as const,
    stack: 'cases',
    barMaxWidth: 36,
    itemStyle: { color: colour(tone) },
    data: months.map((month) => month[of]),
  });
  return {
    animation: false,
    aria: { enabled: true, label: { description: label } },
    textStyle: words,
    grid: { left: 4, right: 4, top: 30, bottom: 4, containLabel: true },
    legend: { top: 0, left: 0, itemWidth: 12, itemHeight: 8, textStyle: words, selectedMode: false },
    xAxis: {
      type: 'category' as const,
      data: months.map(({ name }) => name),
      axisLabel: words,
      axisLine: line,
      axisTick: { show: false },
    },
    yAxis: { type: 'value' as const, minInterval: 1, axisLabel: words, splitLine: line },
    series: [series(kept, 'kept', '--on-time'), series(missed, 'missed', '--late')],
  };
}
