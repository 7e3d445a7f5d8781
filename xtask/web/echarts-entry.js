// The charts of みちしるべ and nothing more, drawn as SVG, speaking Japanese. Sets the global `echarts`.
import * as echarts from "echarts/core";
import {
  BarChart, HeatmapChart, LineChart, PieChart, RadarChart, SankeyChart, ScatterChart, SunburstChart, TreeChart,
  TreemapChart,
} from "echarts/charts";
import {
  AriaComponent, DatasetComponent, GridComponent, LegendComponent, MarkAreaComponent, MarkLineComponent,
  MarkPointComponent, RadarComponent, TitleComponent, TooltipComponent, VisualMapComponent,
} from "echarts/components";
import { SVGRenderer } from "echarts/renderers";
import japanese from "echarts/i18n/langJA-obj.js";

echarts.use([
  BarChart, HeatmapChart, LineChart, PieChart, RadarChart, SankeyChart, ScatterChart, SunburstChart, TreeChart,
  TreemapChart, AriaComponent, DatasetComponent, GridComponent, LegendComponent, MarkAreaComponent, MarkLineComponent,
  MarkPointComponent, RadarComponent, TitleComponent, TooltipComponent, VisualMapComponent, SVGRenderer,
]);
echarts.registerLocale("JA", japanese);
globalThis.echarts = echarts;
