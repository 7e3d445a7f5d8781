// The charts of みちしるべ and nothing more, drawn as SVG, in Japanese. Sets the global `echarts`.
import { init, registerLocale, use } from "echarts/core";
import { BarChart, LineChart, SankeyChart, ScatterChart, SunburstChart } from "echarts/charts";
import { GridComponent, LegendPlainComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { SVGRenderer } from "echarts/renderers";
import japanese from "echarts/i18n/langJA-obj.js";

use([
  BarChart, LineChart, SankeyChart, ScatterChart, SunburstChart, GridComponent, LegendPlainComponent,
  MarkAreaComponent, MarkLineComponent, TooltipComponent, SVGRenderer,
]);
registerLocale("JA", japanese);
globalThis.echarts = { init };
