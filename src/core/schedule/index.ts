export { criticalPath, type CriticalPath, type Placement } from './critical-path.ts';
export { forecast, type DelayCause, type Forecast } from './forecast.ts';
export { ancestorsOf, leavesOf, LEVELS, rollUp, type RolledTask, type TreeTask } from './hierarchy.ts';
export { inWorkOrder, type Dependency, type Linked, ScheduleError, type ScheduleTask } from './network.ts';
export { datesContradictions, lagFor } from './order-of-dates.ts';
export { curveDays, progressCurve, type CurvePoint, type CurveTask, type ProgressReport } from './progress-curve.ts';
export { proposeReplan, type Conflict, type Dates, type Move, type Replan } from './replan.ts';
