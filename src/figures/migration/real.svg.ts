import {fitChartOptions} from "../../../components/migration/fitChart.js";
import {allKnown, type RealSettings} from "../../../components/migration/realInputs.js";
import {adoptionRows} from "../../../models/migration/fitFigures.js";
import {fitUntil, rivals} from "../../../models/migration/fitReport.js";
import {seriesOf} from "../../../models/migration/fitSeries.js";
import {subjects} from "../../../models/migration/fitSubjects.js";
import {still} from "../still.js";

const [width, height] = [1080, 370];
const settings: RealSettings = {series: "downloads", beside: "all", until: allKnown, switchingCost: 1};
const {id, title} = subjects[settings.series];
const series = seriesOf(adoptionRows, id);
const options = fitChartOptions(
  {
    settings,
    series,
    points: series.time.map((time, i) => ({time, percent: 100 * series.share[i]!})),
    fits: rivals(settings.switchingCost).map((curve) => fitUntil(series, curve).summary),
    fitted: {switchingCost: settings.switchingCost},
    fresh: true,
    band: null
  },
  width,
  height
);
process.stdout.write(still(options, {title: `${title}, and curves fitted to it`, width, height}));
