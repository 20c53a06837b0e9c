/**
 * What we use of the writing library, named here so that the bundler can leave the rest out; imported on first use only.
 */
export { Workbook } from '@cj-tech-master/excelts';
export { installChartSupport } from '@cj-tech-master/excelts/chart';
